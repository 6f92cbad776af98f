import type { Condition } from '../../src/model/condition.js';
import type { Expression, Ref } from '../../src/model/expression.js';
import type { Fact } from '../../src/model/facts.js';
import type { Household } from '../../src/household/household.js';
import type { Model } from '../../src/model/model.js';
import type { Need } from '../../src/model/needs.js';
import type { Provenance } from '../../src/model/value.js';

/** The isle of the worked example, linked by hand. */
export const MONTH = 2024 * 12 + 5;

const ALWAYS = { from: null, to: null };
const SURVEY: Provenance = { status: 'published', source: 'survey' };
const ACT: Provenance = { status: 'official', source: 'act', law: true };
const GUESS: Provenance = { status: 'assumption' };
const number = (value: string, from?: Provenance): Expression =>
  from === undefined ? { kind: 'number', value } : { kind: 'number', value, from };
const name = (ref: Ref): Expression => ({ kind: 'name', ref });
const yes = (ref: Ref, turned = false): Condition => ({
  kind: 'test',
  ref,
  check: { op: 'one-of', values: ['yes'], unknown: false },
  turned,
  text: 'yes',
});

const fact = (id: string, scope: Fact['scope'], more: Partial<Fact>): Fact => ({
  id,
  scope,
  valid: ALWAYS,
  type: 'yes-no',
  unit: null,
  values: [],
  range: null,
  plausible: null,
  required: false,
  assume: null,
  assumeMonths: 0,
  applies: null,
  sensitive: false,
  builtIn: false,
  renamed: null,
  ...more,
});

const no: Expression = { kind: 'word', value: 'no' };
const tableNeed = (id: string, table: string, more: Partial<Need>): Need => ({
  id,
  basket: id.slice(0, id.indexOf('.')),
  valid: ALWAYS,
  for: 'household',
  when: null,
  pays: 'fixed',
  presence: null,
  index: null,
  priced: null,
  months: null,
  optional: false,
  credit: false,
  mayLower: false,
  tags: [],
  amount: null,
  items: null,
  parts: null,
  ...(table === '' ? {} : { amount: name({ of: 'table', id: table }) }),
  ...more,
});

const isAdult: Ref = { of: 'derived', id: 'person.adult' };
const table = {
  valid: ALWAYS,
  type: 'amount' as const,
  gives: [''],
  hit: 'unique' as const,
  mayLower: false,
};
const band = (from: string | null, below: string | null) => ({ kind: 'band' as const, from, below });

export const isle: Model = {
  pack: {
    id: 'isle',
    version: '1.0.0',
    language: 1,
    currency: 'EUR',
    languages: ['en'],
    covers: [2024 * 12, 2024 * 12 + 11],
    baskets: ['food', 'clothing', 'housing'],
    rounding: '0.01',
    calendar: { weeks: '52', days: '365' },
    overlays: [],
  },
  sources: [],
  facts: [
    fact('person.age', 'person', { type: 'age', required: true, assumeMonths: 6, builtIn: true }),
    fact('person.benefit', 'person', { assume: no }),
    fact('person.diet', 'person', { sensitive: true }),
    fact('person.presence', 'person', { type: 'share', builtIn: true, assume: number('1') }),
    fact('person.role', 'person', {
      type: 'one-of',
      values: ['head', 'partner', 'child', 'parent', 'other'],
      required: true,
      builtIn: true,
    }),
    fact('dwelling.social-tariff', 'dwelling', { assume: no }),
  ],
  derived: [
    {
      id: 'person.adult',
      scope: 'person',
      valid: ALWAYS,
      type: 'yes-no',
      unit: null,
      values: [],
      unknowable: false,
      judges: false,
      rule: {
        kind: 'condition',
        when: {
          kind: 'test',
          ref: { of: 'fact', id: 'person.age' },
          check: { op: 'band', from: '216', below: null },
          turned: false,
          text: '18..',
        },
      },
    },
    {
      id: 'household.children',
      scope: 'household',
      valid: ALWAYS,
      type: 'whole',
      unit: null,
      values: [],
      unknowable: false,
      judges: false,
      rule: {
        kind: 'aggregate',
        how: 'count',
        over: 'person',
        where: {
          kind: 'test',
          ref: isAdult,
          check: { op: 'one-of', values: ['no'], unknown: false },
          turned: false,
          text: 'no',
        },
        of: null,
      },
    },
    {
      id: 'household.any-benefit',
      scope: 'household',
      valid: ALWAYS,
      type: 'yes-no',
      unit: null,
      values: [],
      unknowable: false,
      judges: false,
      rule: {
        kind: 'aggregate',
        how: 'any',
        over: 'person',
        where: yes({ of: 'fact', id: 'person.benefit' }),
        of: null,
      },
    },
  ],
  parameters: [],
  series: [
    {
      id: 'cpi.all',
      valid: ALWAYS,
      base: '2013',
      first: 2024 * 12,
      months: ['130.08', null, null, null, null, '131.87'],
      from: SURVEY,
    },
  ],
  tables: [
    {
      ...table,
      id: 'food.rate',
      scope: 'person',
      unit: 'EUR/day',
      by: [{ of: 'fact', id: 'person.age' }],
      keys: ['age'],
      editions: [
        {
          from: null,
          rows: [
            { cells: [band(null, '72')], results: [number('3.10', SURVEY)] },
            { cells: [band('72', '216')], results: [number('5.20', SURVEY)] },
            { cells: [band('216', null)], results: [number('6.90', SURVEY)] },
          ],
        },
      ],
    },
    {
      ...table,
      id: 'energy.rate',
      scope: 'household',
      unit: 'EUR/year',
      by: [{ of: 'fact', id: 'dwelling.social-tariff' }],
      keys: ['yes-no'],
      editions: [
        {
          from: null,
          rows: [
            { cells: [{ kind: 'one-of', values: ['yes'], unknown: false }], results: [number('925', ACT)] },
            { cells: [{ kind: 'one-of', values: ['no'], unknown: false }], results: [number('1773', ACT)] },
          ],
        },
      ],
    },
  ],
  needs: [
    tableNeed('food.daily', '', {
      for: 'person',
      pays: 'living',
      presence: 'scales',
      amount: { kind: 'convert', of: name({ of: 'table', id: 'food.rate' }), times: '365', over: '12' },
    }),
    tableNeed('clothing.adult', '', {
      for: 'person',
      pays: 'reserve',
      presence: 'full',
      index: 'cpi.all',
      when: yes(isAdult),
      items: [
        {
          id: 'coat',
          valid: ALWAYS,
          when: null,
          price: number('59.99', SURVEY),
          quantity: number('1', SURVEY),
          lasts: number('36', GUESS),
          timesAYear: null,
          priced: 2024 * 12,
        },
      ],
    }),
    tableNeed('housing.rent', '', { amount: number('600', GUESS) }),
    tableNeed('housing.energy', '', {
      amount: { kind: 'convert', of: name({ of: 'table', id: 'energy.rate' }), times: '1', over: '12' },
    }),
  ],
  adjustments: [
    {
      id: 'food.together',
      valid: ALWAYS,
      for: 'household',
      when: {
        kind: 'test',
        ref: { of: 'derived', id: 'household.children' },
        check: { op: 'band', from: '1', below: null },
        turned: false,
        text: '1..',
      },
      on: ['food.daily'],
      effects: [{ verb: 'scale', by: number('0.95', SURVEY) }],
      mayLower: false,
    },
    {
      id: 'food.diet',
      valid: ALWAYS,
      for: 'person',
      when: yes({ of: 'fact', id: 'person.diet' }),
      on: ['food.daily'],
      effects: [{ verb: 'increase', by: number('40', SURVEY) }],
      mayLower: false,
    },
  ],
  bills: [
    {
      id: 'rent',
      valid: ALWAYS,
      for: 'household',
      replaces: ['housing.rent'],
      take: 'bill',
      assume: null,
      follows: false,
    },
    {
      id: 'energy',
      valid: ALWAYS,
      for: 'household',
      replaces: ['housing.energy'],
      take: 'bill',
      assume: null,
      follows: true,
    },
  ],
  incomes: ['wage', 'child-benefit'].map((id) => ({
    id,
    valid: ALWAYS,
    for: 'person' as const,
    tags: [id === 'wage' ? 'work' : 'child'],
    counts: name({ of: 'sum', id: 'amount' }),
    plausible: null,
  })),
  totals: [],
  figures: [],
  levers: [
    {
      id: 'social-tariff',
      valid: ALWAYS,
      for: 'household',
      has: yes({ of: 'fact', id: 'dwelling.social-tariff' }),
      when: yes({ of: 'derived', id: 'household.any-benefit' }),
      who: null,
      assume: [{ target: { of: 'fact', id: 'dwelling.social-tariff' }, value: { kind: 'word', value: 'yes' } }],
      once: null,
    },
  ],
  policies: [
    {
      id: 'town',
      valid: ALWAYS,
      counts: [],
      settings: [],
      adjustments: [
        {
          id: 'rent-ceiling',
          valid: ALWAYS,
          for: 'household',
          when: null,
          on: ['housing.rent'],
          effects: [{ verb: 'at-most', by: number('550', GUESS) }],
          mayLower: false,
        },
      ],
      aid: {
        pays: { kind: 'multiply', left: number('0.8', GUESS), right: name({ of: 'sum', id: 'gap' }) },
        minimum: number('20', GUESS),
        months: 6,
        once: null,
      },
    },
  ],
  notices: [],
  order: [],
};

export const anna: Household = {
  month: MONTH,
  persons: [
    { id: 'anna', age: { years: 34 }, facts: { 'person.role': 'head', 'person.benefit': 'yes', 'person.diet': 'no' } },
    { id: 'tom', age: { years: 7 }, facts: { 'person.role': 'child', 'person.presence': '0.5' } },
  ],
  members: 2,
  facts: {},
  incomes: [
    { kind: 'wage', of: 0, amount: '700', period: 'month', times: null },
    { kind: 'child-benefit', of: 1, amount: '181.61', period: 'month', times: null },
  ],
  incomesComplete: true,
  bills: [{ bill: 'rent', of: null, amount: '640', period: 'month' }],
  overrides: [],
  input: {},
  warnings: [],
};
