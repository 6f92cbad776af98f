import { applyChanges } from '../../comparison/what-if/apply.js';
import type { Step } from '../../dialogue/agenda.js';
import { amountOf } from '../../explain/dialogue/amount.js';
import { choicesOf, chosen, factAnswer, type Choice } from '../../explain/dialogue/answer.js';
import { choiceLines, expected } from '../../explain/dialogue/prompt.js';
import { wrap } from '../../explain/words/columns.js';
import { labelOf, questionOf, splitAt } from '../../explain/words/names.js';
import { definitionsInMonth } from '../../model/definitions-in-month.js';
import type { Fact } from '../../model/facts.js';
import type { Change } from '../../node/edit-yaml.js';
import { called, idAt, idOf, personsIn, WIDTH, type Asked, type Persons, type Setting } from './asked.js';
import { offered } from './offered.js';
import { incomesOf, openIncome } from './incomes.js';
import { ageOf, nextPerson, presenceOf } from './persons.js';

/** The question of a step. */
export function askedOf(setting: Setting, step: Exclude<Step, { kind: 'done' }>): Asked {
  switch (step.kind) {
    case 'first-age':
      return ageOf(setting, 'head');
    case 'next-person':
      return nextPerson(setting);
    case 'presence':
      return presenceOf(setting, step.persons);
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
  const words =
    fact.type === 'one-of' ? offered(voice, choicesOf(voice, fact), doubtedWords(setting, fact, person)) : null;
  return {
    question: wrap(questionOf(voice, called(setting, name)), WIDTH),
    hint: words?.shown ?? expected(voice, fact),
    ...(words === null ? {} : { list: words.whole }),
    choices: words?.choices ?? [],
    read: (text) => {
      const value = words === null ? factAnswer(voice, fact, text) : (chosen(words.choices, text)?.id ?? null);
      return value === null ? null : [{ path, value }];
    },
    silent: fact.required ? null : [{ path, value: 'unknown' }],
    empty: fact.required ? 'must' : 'unknown',
    name,
  };
}

/** Answers that the pack would doubt. */
function doubtedWords({ input, doubts }: Setting, fact: Fact, person: string | null): (word: string) => boolean {
  const isDoubted = doubts(input);
  return (word) => isDoubted(applyChanges(input, [{ of: 'fact', fact, person, value: word }]));
}

function placeOf(setting: Setting, person: string): (string | number)[] {
  const at = personsIn(setting).findIndex((_, i) => idAt(setting, i) === person);
  if (at >= 0) return ['persons', at];
  const others = (setting.input['others'] ?? []) as Persons;
  return ['others', others.findIndex((one, i) => idOf(one, `o${i + 1}`) === person)];
}

/** A bill of the household, or of a person: `childcare@leo`. */
function billOf(setting: Setting, id: string, silent: readonly Change[]): Asked {
  const { voice } = setting;
  const { name, person } = splitAt(id);
  return {
    question: wrap(questionOf(voice, called(setting, id)), WIDTH),
    hint: wrap(voice.say('ask.how-much'), WIDTH, 2),
    read: (text) => {
      const value = amountOf(voice, text);
      return value === null ? null : [{ path: ['bills', name, ...(person === null ? [] : [person])], value }];
    },
    silent,
    empty: 'usual',
    name: null,
  };
}

function costsOf(setting: Setting, bills: readonly string[]): Asked {
  const { voice } = setting;
  const choices = bills.map((id): Choice => ({ id, label: labelOf(voice, called(setting, id)) }));
  return {
    question: wrap(voice.say('ask.costs'), WIDTH),
    hint: choiceLines(choices),
    choices,
    read: (text) => {
      const bill = chosen(choices, text);
      return bill === null ? null : billOf(setting, bill.id, []);
    },
    silent: [],
    empty: 'nothing',
    name: null,
  };
}
