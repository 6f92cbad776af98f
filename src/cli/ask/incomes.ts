import { amountOf } from '../../explain/dialogue/amount.js';
import { chosen, type Choice } from '../../explain/dialogue/answer.js';
import { personCalled } from '../../explain/dialogue/persons.js';
import { wrap } from '../../explain/words/columns.js';
import { labelOf, questionOf } from '../../explain/words/names.js';
import type { Voice } from '../../explain/words/voice.js';
import { definitionsInMonth } from '../../model/definitions-in-month.js';
import type { Income } from '../../model/needs.js';
import type { Change } from '../../node/edit-yaml.js';
import { called, idAt, WIDTH, type Asked, type Persons, type Said, type Setting } from './asked.js';
import { offered } from './offered.js';

/** An income that stays open in a list its owner called incomplete. */
export function openIncome(setting: Setting, id: string, person: string | null): Asked {
  const kind = id.slice(id.indexOf('.income.') + '.income.'.length);
  const name = person === null ? id : `${id}@${person}`;
  return { ...amountAsked(setting, kind, person, questionOf(setting.voice, called(setting, name))), name };
}

function amountAsked(setting: Setting, kind: string, person: string | null, question: string): Asked {
  const { voice } = setting;
  return {
    question: wrap(question, WIDTH),
    hint: wrap(voice.say('ask.how-much'), WIDTH, 2),
    read: (text) => {
      const amount = amountOf(voice, text);
      const income = { ...(person === null ? {} : { of: person }), kind, amount };
      return amount === null ? null : [...incomplete(setting), { path: ['incomes', '+'], value: income }];
    },
    silent: null,
    empty: 'must',
    name: null,
  };
}

/** While the list is being written, what it does not name is not 0. */
const incomplete = ({ input }: Setting): Change[] =>
  input['incomes-complete'] === 'no' ? [] : [{ path: ['incomes-complete'], value: 'no' }];

/** Whose incomes: a place among the members, null = the household's own. Kinds that are rare or do not fit the person stand last, on demand. */
export function incomesOf(setting: Setting, owner: number | null): Asked {
  const { voice, month, input } = setting;
  const person = owner === null ? null : idAt(setting, owner);
  const all = (input['incomes'] ?? []) as Persons;
  const noted = all.filter((one) => (one['of'] ?? null) === person);
  const isNoted = (id: string): boolean => noted.some((one) => one['kind'] === id);
  const kinds = [...definitionsInMonth(voice.pack.model, month).incomes.values()].filter(
    (income) => (income.for === 'person') === (owner !== null),
  );
  const rare = new Set(kinds.filter((kind) => kind.rare).map(({ id }) => id));
  const isDoubted = doubtedKinds(setting, person);
  const isLast = (id: string): boolean => rare.has(id) || isDoubted(id);
  const { choices, shown, whole } = offered(voice, choicesIn(voice, kinds), isLast, isNoted);
  const question =
    person === null
      ? voice.say('ask.household-incomes')
      : voice.say('ask.incomes', { person: personCalled(voice, input, person) });
  const list = voice.row(noted.map((one) => notedWords(voice, one)));
  const already = noted.length === 0 ? [] : wrap(voice.say('ask.already', { list }), WIDTH, 2);
  const lists = choices.map(({ id }) => id).join();
  return {
    question: wrap(question, WIDTH),
    hint: [...already, ...(setting.listed === lists ? wrap(voice.say('ask.same-list'), WIDTH, 2) : shown)],
    list: [...already, ...whole],
    lists,
    choices,
    read: (text) => {
      const kind = chosen(choices, text);
      return kind === null || isNoted(kind.id) ? null : amountAsked(setting, kind.id, person, kind.label);
    },
    silent: incomplete(setting),
    empty: 'nothing',
    name: null,
  };
}

const choicesIn = (voice: Voice, kinds: readonly Income[]): readonly Choice[] =>
  kinds.map(({ id }) => ({ id, label: labelOf(voice, id) }));

/** Kinds that the pack would doubt; whatever is noted of this person already, so that a list keeps its numbers. */
function doubtedKinds({ input, doubts }: Setting, person: string | null): (kind: string) => boolean {
  const others = ((input['incomes'] ?? []) as Persons).filter((one) => (one['of'] ?? null) !== person);
  const whose = person === null ? {} : { of: person };
  const withIncomes = (incomes: Persons): Said => ({ ...input, incomes, 'incomes-complete': 'no' });
  const isDoubted = doubts(withIncomes(others));
  return (kind) => isDoubted(withIncomes([...others, { ...whose, kind, amount: '1' }]));
}

/** `Pension (1 450,50 €)`. */
function notedWords(voice: Voice, { kind, amount }: Persons[number]): string {
  const label = labelOf(voice, String(kind));
  const [, number, unit] = /^(\d+(?:\.\d+)?)(?: (\S+))?$/.exec(String(amount)) ?? [];
  if (number === undefined) return label;
  const period = (['day', 'week', 'year'] as const).find((one) => unit === `${voice.currency}/${one}`);
  const money = voice.money(/\.\d$/.test(number) ? `${number}0` : number);
  return `${label} (${period === undefined ? money : voice.say(`per.${period}`, { amount: money })})`;
}
