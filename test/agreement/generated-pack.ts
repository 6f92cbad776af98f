import { stringify } from 'yaml';
import { dice as diceOf, type Dice } from '../fixtures/dice.js';
import { conditionOf, meets } from './generated-conditions.js';
import { faultsOf } from './generated-faults.js';
import { withLater } from './generated-later.js';
import { formulaOf, tableOf } from './generated-numbers.js';
import { factsOf, moneyText, type Name } from './vocabulary.js';

const PROVENANCE = { status: 'assumption', note: 'drawn at random' };

/**
 * A random small rule base of every construct, as YAML texts that `loadPack` takes. The same seed gives the same pack.
 * With `faults` it has numbers that cannot be had, too.
 */
export function generatedPack(seed: number, { faults = false } = {}): { file: string; text: string }[] {
  const dice = diceOf(seed);
  const { facts, names } = factsOf(dice);
  const faulty = faults ? faultsOf(dice) : { derive: {}, tables: {}, names: [] };
  names.push(...faulty.names);
  const derive = derivedOf(dice, names);
  const tables = Object.fromEntries(['fee.a', 'fee.b'].map((id) => [id, tableOf(dice, names)]));
  const numbers = names.filter((name) => name.type === 'money' && !name.unknown);
  const needs = needsOf(dice, names, numbers, Object.keys(tables));
  const personal = Object.keys(needs).filter((id) => (needs[id] as { for: string }).for === 'person');
  const rules = {
    pack: {
      id: 'drawn',
      version: '1.0.0',
      language: 1,
      currency: 'EUR',
      per: 'month',
      languages: ['en'],
      covers: '2024-01..2024-12',
      baskets: ['food', 'home'],
      rounding: { lines: dice.pick([0.01, 0.05, 1]) },
      calendar: { weeks: 52, days: 365 },
    },
    facts,
    derive: { ...derive, ...judgedOf(dice, names, Object.keys(tables)), ...faulty.derive },
    series: {
      'cpi.all': {
        base: 2013,
        ...PROVENANCE,
        months: Object.fromEntries(
          Array.from({ length: 12 }, (_, i) => [`2024-${String(i + 1).padStart(2, '0')}`, 130 + i / 10]),
        ),
      },
    },
    // Tags and ids that other names have too: a name is more than its last word.
    incomes: {
      wage: { for: 'person', tags: ['pieces'], counts: 'all', plausible: '0..<4000', label: 'Wage' },
      gift: {
        for: 'person',
        tags: ['debt'],
        counts: dice.pick<unknown>([
          'none',
          'amount / 3',
          [{ when: { 'person.age': '18..' }, is: 'amount' }, { otherwise: 0 }],
        ]),
        plausible: '0..<500',
        label: 'Gift',
        ...PROVENANCE,
      },
      grant: { for: 'household', tags: ['debt'], counts: 'all', plausible: '0..<500', label: 'Grant' },
    },
    bills: {
      rent: { for: 'household', replaces: ['home.rent'], label: 'Rent' },
      ...(personal.length > 0
        ? {
            own: {
              for: dice.pick(['person', 'household']),
              replaces: personal,
              take: dice.pick(['bill', 'larger', 'smaller', 'reference']),
              label: 'Own',
            },
          }
        : {}),
      power: { for: 'household', replaces: ['home.power'], 'what-if': 'follows', label: 'Power' },
    },
    totals: { basic: { of: { tag: 'basic' } }, paid: { of: { basket: 'home' }, column: 'need' } },
    figures: { 'per-hour': { unit: 'EUR/hour', value: 'round(need / 173 hour/month; 0.01)', ...PROVENANCE } },
    levers: leversOf(dice, names),
    policies: {
      town: {
        label: 'Town',
        adjustments: {
          ceiling: {
            for: 'household',
            on: ['home.rent'],
            'at-most': `${moneyText(dice)} EUR/month`,
            because: 'A ceiling.',
          },
          more: {
            for: 'household',
            on: ['home.rent', 'home.power'],
            ...verbOf(dice, names, 'household'),
            because: 'As drawn.',
          },
        },
        aid: aidOf(dice),
        ...PROVENANCE,
      },
    },
    notices: {
      hint: {
        when: conditionOf(
          dice,
          names.filter((name) => name.scope === 'household'),
        ),
        text: 'A hint.',
      },
    },
  };
  const baskets = {
    tables: { ...tables, ...faulty.tables },
    needs,
    adjustments: adjustmentsOf(dice, names, Object.keys(needs), personal),
  };
  return [
    { file: 'baskets/drawn/baskets.yaml', text: stringify(withLater(dice, baskets), { aliasDuplicateObjects: false }) },
    { file: 'rules/drawn/pack.yaml', text: stringify(withLater(dice, rules), { aliasDuplicateObjects: false }) },
  ];
}

/** What a policy pays: a share of the gap, or by cases of it. */
function aidOf(dice: Dice): Record<string, unknown> {
  const share = `${dice.pick(['80%', '33%', '100%'])} * gap`;
  const pays = dice.oneIn(2) ? share : [{ when: { gap: { above: 100 } }, is: share }, { otherwise: 'gap' }];
  const once = [{ when: { gap: { above: 0 } }, is: '150 EUR' }, { otherwise: 0 }];
  return { pays, minimum: 20, months: 6, ...(dice.oneIn(2) ? { once } : {}) };
}

/** Derived facts of every kind; each adds a name that the next may read. */
function derivedOf(dice: Dice, names: Name[]): Record<string, unknown> {
  const derive: Record<string, unknown> = { 'household.members': { count: 'person' } };
  const add = (name: Name, body: unknown): void => {
    derive[name.id] = body;
    names.push(name);
  };
  names.push(
    { id: 'person.income.wage', scope: 'person', type: 'money', unknown: false, open: true },
    { id: 'household.incomes.debt', scope: 'household', type: 'money', unknown: false, open: true },
  );
  const ofPerson = (): Name[] => names.filter((name) => name.scope === 'person');
  const when = conditionOf(dice, names);
  add({ id: 'person.test', scope: 'person', type: 'yes-no', ...meets(when, names) }, { when });
  for (const how of dice.some(['count', 'any', 'every'], 3)) {
    const where = conditionOf(dice, ofPerson(), 0);
    add(
      {
        id: `household.${how}`,
        scope: 'household',
        type: how === 'count' ? 'whole' : 'yes-no',
        ...meets(where, names),
      },
      { [how]: dice.pick(['person', 'resident', 'other']), where },
    );
  }
  const case1 = conditionOf(dice, names);
  add(
    { id: 'person.means', scope: 'person', type: 'money', ...meets(case1, names) },
    {
      value: [{ when: case1, is: formulaOf(dice, names, 'person') }, { otherwise: `${moneyText(dice)} EUR/month` }],
      ...PROVENANCE,
    },
  );
  const summed = names.find((name) => name.id === 'person.means' && !name.unknown);
  if (summed !== undefined)
    add(
      { id: 'household.means', scope: 'household', type: 'money', unknown: false, open: true },
      { [dice.pick(['sum'])]: dice.pick(['person', 'resident']), of: summed.id },
    );
  const words = ['low', 'middle', 'high'];
  const [first, second] = [conditionOf(dice, names), conditionOf(dice, names)];
  const either = {
    unknown: meets(first, names).unknown || meets(second, names).unknown,
    open: meets(first, names).open || meets(second, names).open,
  };
  add(
    { id: 'person.class', scope: 'person', type: 'word', words, ...either },
    { values: words, value: [{ when: first, is: 'low' }, { when: second, is: 'middle' }, { otherwise: 'high' }] },
  );
  add(
    { id: 'person.rank', scope: 'person', type: 'whole', unknown: false, open: false },
    {
      rank: 'person.age',
      first: dice.pick(['oldest', 'youngest']),
      where: { 'person.age': dice.pick(['..17', '18..', '..120']) },
    },
  );
  return derive;
}

/** What judges a right: levers alone may read it. */
function judgedOf(dice: Dice, names: readonly Name[], tables: readonly string[]): Record<string, unknown> {
  const fee = [{ when: conditionOf(dice, names), is: dice.pick(tables) }, { otherwise: 0 }];
  return {
    'person.judged-fee': { judges: 'yes', value: fee },
    'person.judged': { judges: 'yes', when: { 'person.judged-fee': { above: 0 } } },
  };
}

function needsOf(
  dice: Dice,
  names: readonly Name[],
  numbers: readonly Name[],
  tables: readonly string[],
): Record<string, unknown> {
  const needs: Record<string, unknown> = {};
  const common = (): Record<string, unknown> => ({
    pays: dice.pick(['fixed', 'living', 'reserve']),
    label: 'A need',
    ...(dice.oneIn(2) ? { tags: ['basic'] } : {}),
    ...(dice.oneIn(5) ? { credit: 'yes' } : {}),
    ...(dice.oneIn(6) ? { optional: 'yes' } : {}),
    ...(dice.oneIn(4) ? { months: 11 } : {}),
    ...PROVENANCE,
  });
  for (const basket of ['food', 'home']) {
    for (const i of [0, 1]) {
      const when = dice.oneIn(2) ? { when: conditionOf(dice, names) } : {};
      const presence = { presence: dice.pick(['scales', 'full']) };
      needs[`${basket}.p${i}`] = {
        for: 'person',
        ...when,
        ...presence,
        index: 'none',
        ...common(),
        amount: dice.oneIn(2) ? dice.pick(tables) : `max(0; ${formulaOf(dice, names, 'person')})`,
      };
    }
    needs[`${basket}.items`] = {
      for: 'person',
      presence: 'full',
      index: 'cpi.all',
      ...common(),
      items: {
        one: {
          price: Number(moneyText(dice)) + 1,
          quantity: 1 + dice.below(4),
          lasts: dice.pick(['3 years', '7 months']),
          priced: '2024-02',
          label: 'One',
        },
        two: {
          price: 3.99,
          quantity: 2,
          per: dice.pick(['day', 'week', 'month', 'year']),
          priced: dice.pick(['2024-02', '2024-03']),
          label: 'Two',
          ...(dice.oneIn(2) ? { when: conditionOf(dice, names) } : {}),
        },
      },
    };
  }
  needs['home.rent'] = {
    for: 'household',
    index: 'none',
    pays: 'fixed',
    tags: ['basic'],
    label: 'Rent',
    amount: `${moneyText(dice)} EUR/month`,
    ...PROVENANCE,
  };
  const debt = numbers.find((name) => name.scope === 'household')?.id;
  needs['home.power'] = {
    for: 'household',
    index: 'none',
    pays: 'fixed',
    label: 'Power',
    amount: [
      {
        when: { 'household.members': '2..' },
        is: `${debt ?? moneyText(dice)}${debt === undefined ? ' EUR/month' : ''} / 7`,
      },
      { otherwise: '90.005 EUR/month' },
    ],
    ...PROVENANCE,
  };
  return needs;
}

function adjustmentsOf(
  dice: Dice,
  names: readonly Name[],
  all: readonly string[],
  personal: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length: 5 }, (_, i) => {
      const belongsTo = dice.pick(['person', 'household'] as const);
      const readable = belongsTo === 'person' ? names : names.filter((name) => name.scope === 'household');
      const on = dice.some(belongsTo === 'person' ? personal : all, 3);
      return [
        `adjust.a${i}`,
        {
          for: belongsTo,
          when: conditionOf(dice, readable),
          on,
          ...verbOf(dice, names, belongsTo),
          because: 'Drawn.',
          ...PROVENANCE,
        },
      ];
    }),
  );
}

/** What an adjustment does, by an amount of its own or by what may be open. */
function verbOf(dice: Dice, names: readonly Name[], belongsTo: 'person' | 'household'): Record<string, string> {
  return dice.pick([
    { 'leave-out': 'yes' },
    { scale: '88%' },
    { scale: '1 / 3' },
    { increase: '12.345 EUR/month' },
    { 'at-least': '20 EUR/month' },
    { 'at-most': `${moneyText(dice)} EUR/month` },
    { [dice.pick(['increase', 'at-least', 'at-most'])]: formulaOf(dice, names, belongsTo) },
  ]);
}

function leversOf(dice: Dice, names: readonly Name[]): Record<string, unknown> {
  const household = names.filter((name) => name.scope === 'household');
  const apply = { apply: { where: 'Somewhere', by: 'any time' }, label: 'A lever' };
  return {
    'lever-flag': {
      for: 'person',
      has: { 'person.flag0': 'yes' },
      when: conditionOf(dice, names),
      assume: { 'person.flag0': 'yes' },
      ...apply,
    },
    'lever-income': {
      for: 'person',
      when: dice.oneIn(2) ? { 'person.judged': 'yes' } : conditionOf(dice, names),
      assume: { 'person.income.gift': '25 EUR/month' },
      once: 12.5,
      ...apply,
      ...PROVENANCE,
    },
    'lever-home': {
      for: 'household',
      has: { 'household.flag2': 'yes' },
      when: conditionOf(dice, household),
      assume: { 'household.flag2': 'yes', 'bill.rent': '100 EUR/month' },
      ...apply,
      ...PROVENANCE,
    },
  };
}
