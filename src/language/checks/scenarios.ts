import type { Diagnostic } from '../../model/diagnostic.js';
import { didYouMean } from '../../model/near.js';
import type { Expectation, Linked } from '../linked.js';
import { error } from './found.js';

const ALWAYS = [
  'need.month',
  'need.year',
  'income.month',
  'balance.month',
  'aid.month',
  'aid.gap',
  'aid.once',
  'aid.months',
  'error',
];
/** What exists once for the household. */
const OF_NO_PERSON = /^(?:basket|total|lever|gain)\./;
const LISTS = ['fired', 'not-fired', 'open'];

/** What a scenario expects must be there: a misspelt `not-fired` would always hold. */
export function scenarios(linked: Linked): readonly Diagnostic[] {
  const names = namesOf(linked);
  return linked.scenarios.flatMap(({ expect, vary }) =>
    [...expect, ...vary.flatMap((row) => row.expect)].flatMap((expected) => checkExpectation(expected, names)),
  );
}

interface Names {
  /** `line.food.daily`, `total.basic`, `lever.card`, `person.adult`. */
  readonly keys: ReadonlySet<string>;
  /** What may fire. */
  readonly firing: ReadonlySet<string>;
}

function namesOf({ model }: Linked): Names {
  const prefixed = (prefix: string, list: readonly { readonly id: string }[]): readonly string[] =>
    list.map(({ id }) => `${prefix}.${id}`);
  const keys = [
    ...prefixed('line', model.needs),
    ...model.pack.baskets.map((id) => `basket.${id}`),
    ...prefixed('total', model.totals),
    ...prefixed('figure', model.figures),
    ...prefixed('lever', model.levers),
    ...prefixed('gain', model.levers),
    ...prefixed('gain', model.levers).map((gain) => `${gain}.once`),
    ...model.facts.map(({ id }) => id).filter((id) => id !== 'month'),
    ...model.derived.map(({ id }) => id),
    ...model.parameters.map(({ id }) => id),
    ...model.tables.flatMap(({ id, gives }) => [id, ...gives.map((column) => `${id}.${column}`)]),
    ...['person', 'household'].flatMap((whose) => [
      ...model.incomes.map(({ id }) => `${whose}.income.${id}`),
      ...model.incomes.flatMap(({ tags }) => tags.map((tag) => `${whose}.incomes.${tag}`)),
    ]),
  ];
  const firing = [
    ...[...model.needs, ...model.adjustments, ...model.notices, ...model.levers, ...model.derived].map(({ id }) => id),
    ...model.needs.flatMap(({ id, items }) => (items ?? []).map((item) => `${id}/${item.id}`)),
    ...model.policies.flatMap(({ id, adjustments }) =>
      adjustments.flatMap((adjustment) => [adjustment.id, `${id}/${adjustment.id}`]),
    ),
  ];
  return { keys: new Set(keys), firing: new Set(firing) };
}

function checkExpectation({ key, place, value }: Expectation, { keys, firing }: Names): readonly Diagnostic[] {
  if (LISTS.includes(key)) {
    const ids = typeof value === 'string' ? [] : value;
    return ids.flatMap((id) => {
      const plain = id.replace(/@[^@]*$/, '');
      if (firing.has(plain)) return [];
      return [
        error('unknown-expectation', place, `"${plain}" under ${key} is nothing that fires`, didYouMean(plain, firing)),
      ];
    });
  }
  const plain = plainName(key);
  if (ALWAYS.includes(key) || keys.has(plain)) return [];
  const near = [...ALWAYS, ...keys];
  return [error('unknown-expectation', place, `"${key}" is nothing that a budget has`, didYouMean(plain, near))];
}

/** What an expectation is of: its key without the person, the column of a line, and the value a table is looked up with. */
export function plainName(key: string): string {
  if (OF_NO_PERSON.test(key)) return key;
  const name = key.startsWith('line.') ? key.replace(/\.(?:reference|aid)$/, '') : key;
  return name.replace(/@[^@]*$/, '').replace(/\(.*\)$/, '');
}
