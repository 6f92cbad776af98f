import type { Step } from '../../dialogue/agenda.js';
import { definitionsInMonth } from '../../model/definitions-in-month.js';
import { amountOf, chosen, decimalOf, factAnswer, type Choice } from '../../explain/dialogue/answer.js';
import { choiceLines, factLines } from '../../explain/dialogue/prompt.js';
import { wrap } from '../../explain/words/columns.js';
import { labelOf, questionOf, splitAt, valueWords } from '../../explain/words/names.js';
import type { Voice } from '../../explain/words/voice.js';
import type { Fact } from '../../model/facts.js';
import type { MonthIndex } from '../../model/value.js';
import type { Change } from '../../node/edit-yaml.js';

/** What a question needs to know of the household as it stands in the file. */
export interface Setting {
  readonly voice: Voice;
  readonly month: MonthIndex;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A question ready to be asked. */
export interface Asked {
  readonly lines: readonly string[];
  /** What `?` shows in place of the lines: a list that was shown before. */
  readonly list?: readonly string[];
  /** What the file becomes; `null` = the answer does not fit; a further question where one is not enough. */
  read(text: string): readonly Change[] | Asked | null;
  /** An empty line: what it writes; null = it must be answered. */
  readonly silent: readonly Change[] | null;
  readonly name: string | null;
}

const WIDTH = 80;
type Persons = readonly Readonly<Record<string, unknown>>[];

export function askedOf(setting: Setting, step: Exclude<Step, { kind: 'done' }>): Asked {
  switch (step.kind) {
    case 'first-age':
      return ageOf(setting, 'head');
    case 'next-person':
      return nextPerson(setting);
    case 'fact':
      return factOf(setting, step.name);
    case 'incomes':
      return incomesOf(setting, step.owner);
    case 'bill':
      return billOf(setting, step.id, []);
    case 'costs':
      return costsOf(setting, step.bills);
  }
}

const personsIn = ({ input }: Setting): Persons => (input['persons'] ?? []) as Persons;
const idAt = (setting: Setting, at: number): string => idOf(personsIn(setting)[at], `p${at + 1}`);
const idOf = (person: Persons[number] | undefined, byPlace: string): string => {
  const id = person?.['id'];
  return typeof id === 'string' ? id : byPlace;
};

function ageOf(setting: Setting, role: string): Asked {
  const { voice } = setting;
  const question = voice.say(role === 'head' ? 'ask.first-age' : 'ask.age');
  return {
    lines: [...wrap(question, WIDTH), ...wrap(voice.say('ask.age-hint'), WIDTH, 2)],
    read: (text) => {
      const age = decimalOf(text);
      if (age === null || age.includes('.') || Number(age) > 120) return null;
      return [{ path: ['persons', '+'], value: { id: freeId(setting, role), role, age } }];
    },
    silent: null,
    name: null,
  };
}

/** `child-2`: a role and a number where it is needed. */
function freeId(setting: Setting, role: string): string {
  const taken = new Set(personsIn(setting).map((_, at) => idAt(setting, at)));
  if (!taken.has(role)) return role;
  for (let n = 2; ; n++) if (!taken.has(`${role}-${n}`)) return `${role}-${n}`;
}

function nextPerson(setting: Setting): Asked {
  const { voice } = setting;
  const hasPartner = personsIn(setting).some((one) => one['role'] === 'partner');
  const roles = ['partner', 'child', 'parent', 'other'].filter((role) => role !== 'partner' || !hasPartner);
  const choices = roles.map((id): Choice => ({ id, label: valueWords(voice, 'person.role', id) }));
  return {
    lines: [...wrap(voice.say('ask.next-person'), WIDTH), ...choiceLines(choices)],
    read: (text) => {
      const role = chosen(choices, text);
      return role === null ? null : ageOf(setting, role.id);
    },
    silent: [],
    name: null,
  };
}

function factIn({ voice, month }: Setting, id: string): Fact {
  const fact = definitionsInMonth(voice.pack.model, month).facts.get(id);
  if (fact === undefined) throw new Error(`${id} is no fact of the month`);
  return fact;
}

function factOf(setting: Setting, name: string): Asked {
  const { voice } = setting;
  const { name: id, person } = splitAt(name);
  if (/^(?:person|household)\.income\./.test(id)) return openIncome(setting, id, person);
  const fact = factIn(setting, id);
  const key = id.slice(fact.scope.length + 1);
  const path = person === null ? [fact.scope, key] : [...placeOf(setting, person), key];
  return {
    lines: factLines(voice, name, fact),
    read: (text) => {
      const value = factAnswer(voice, fact, text);
      return value === null ? null : [{ path, value }];
    },
    silent: fact.required ? null : [{ path, value: 'unknown' }],
    name,
  };
}

function placeOf(setting: Setting, person: string): (string | number)[] {
  const at = personsIn(setting).findIndex((_, i) => idAt(setting, i) === person);
  if (at >= 0) return ['persons', at];
  const others = (setting.input['others'] ?? []) as Persons;
  return ['others', others.findIndex((one, i) => idOf(one, `o${i + 1}`) === person)];
}

/** An income that stays open in a list its owner called incomplete. */
function openIncome(setting: Setting, id: string, person: string | null): Asked {
  const kind = id.slice(id.indexOf('.income.') + '.income.'.length);
  return {
    ...amountAsked(setting, kind, person, questionOf(setting.voice, person === null ? id : `${id}@${person}`)),
    name: person === null ? id : `${id}@${person}`,
  };
}

function amountAsked(setting: Setting, kind: string, person: string | null, question: string): Asked {
  const { voice } = setting;
  return {
    lines: [...wrap(question, WIDTH), ...wrap(voice.say('ask.how-much'), WIDTH, 2)],
    read: (text) => {
      const amount = amountOf(voice, text);
      const income = { ...(person === null ? {} : { of: person }), kind, amount };
      return amount === null ? null : [...incomplete(setting), { path: ['incomes', '+'], value: income }];
    },
    silent: null,
    name: null,
  };
}

/** While the list is being written, what it does not name is not 0. */
const incomplete = ({ input }: Setting): Change[] =>
  input['incomes-complete'] === 'no' ? [] : [{ path: ['incomes-complete'], value: 'no' }];

function incomesOf(setting: Setting, owner: number | null): Asked {
  const { voice, month, input } = setting;
  const person = owner === null ? null : idAt(setting, owner);
  const noted = ((input['incomes'] ?? []) as Persons)
    .filter((one) => (one['of'] ?? null) === person)
    .map((one) => String(one['kind']));
  const choices = [...definitionsInMonth(voice.pack.model, month).incomes.values()]
    .filter((income) => (income.for === 'person') === (owner !== null) && !noted.includes(income.id))
    .map(({ id }): Choice => ({ id, label: labelOf(voice, id) }));
  const question = person === null ? voice.say('ask.household-incomes') : voice.say('ask.incomes', { person });
  const isFirst = owner === null || (owner === 0 && noted.length === 0);
  const already =
    noted.length === 0
      ? []
      : wrap(voice.say('ask.already', { list: noted.map((id) => labelOf(voice, id)).join(', ') }), WIDTH, 2);
  return {
    lines: [
      ...wrap(question, WIDTH),
      ...already,
      ...(isFirst ? choiceLines(choices) : wrap(voice.say('ask.same-list'), WIDTH, 2)),
    ],
    list: [...wrap(question, WIDTH), ...choiceLines(choices)],
    read: (text) => {
      const kind = chosen(choices, text);
      return kind === null ? null : amountAsked(setting, kind.id, person, kind.label);
    },
    silent: incomplete(setting),
    name: null,
  };
}

/** A bill of the household, or of a person: `childcare@leo`. */
function billOf({ voice }: Setting, id: string, silent: readonly Change[]): Asked {
  const { name, person } = splitAt(id);
  return {
    lines: [...wrap(questionOf(voice, id), WIDTH), ...wrap(voice.say('ask.how-much'), WIDTH, 2)],
    read: (text) => {
      const value = amountOf(voice, text);
      return value === null ? null : [{ path: ['bills', name, ...(person === null ? [] : [person])], value }];
    },
    silent,
    name: null,
  };
}

function costsOf(setting: Setting, bills: readonly string[]): Asked {
  const { voice } = setting;
  const choices = bills.map((id): Choice => ({ id, label: labelOf(voice, id) }));
  return {
    lines: [...wrap(voice.say('ask.costs'), WIDTH), ...choiceLines(choices)],
    read: (text) => {
      const bill = chosen(choices, text);
      return bill === null ? null : billOf(setting, bill.id, []);
    },
    silent: [],
    name: null,
  };
}
