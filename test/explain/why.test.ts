import { describe, expect, test } from 'vitest';
import { toText, why, whyNot, type Derivation } from '../../src/explain/index.js';
import { assess, type HouseholdInput } from '../../src/index.js';
import { RefbudgetError } from '../../src/model/diagnostic.js';
import { assessment as anna, pack as isle, without } from '../fixtures/isle.js';

function all(roots: readonly Derivation[]): readonly Derivation[] {
  return roots.flatMap((one) => [one, ...all(one.children)]);
}

function refused(ask: () => unknown): RefbudgetError['diagnostics'][number] | undefined {
  try {
    ask();
  } catch (error) {
    if (error instanceof RefbudgetError) return error.diagnostics[0];
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('why', () => {
  test('leads from a line to its table, its facts, its adjustment and their sources', () => {
    const { roots } = why(isle, anna, 'food.daily@tom');
    const ids = all(roots).map((one) => one.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'table/food.rate@tom',
        'fact/person.age@tom',
        'fact/person.presence@tom',
        'when/food.together',
      ]),
    );
    const rate = all(roots).find((one) => one.id === 'table/food.rate@tom');
    expect(rate?.source).toMatchObject({ title: 'Price survey of the isle' });
    expect(rate?.place?.file).toBe('baskets/isle/baskets.yaml');
  });

  test('of a name without a person explains every person', () => {
    const { roots } = why(isle, anna, 'food.daily');
    expect(roots.map((one) => one.person)).toEqual(['anna', 'tom']);
  });

  test.each([
    ['need', 'Behoeften: '],
    ['income', 'Inkomsten: '],
    ['balance', 'Saldo: '],
  ])('of the sum %s calls it by its word', (name, word) => {
    expect(toText(why(isle, anna, name), isle, { lang: 'nl' })).toContain(`\n${word}`);
  });

  test('of a basket explains its lines', () => {
    expect(why(isle, anna, 'housing').roots.map((one) => one.name)).toContain('housing.energy');
  });

  test('derives each node once and points to it afterwards', () => {
    const nodes = all(why(isle, anna, 'balance').roots);
    const derived = nodes.filter((one) => !one.seen).map((one) => one.id);
    expect(new Set(derived).size).toBe(derived.length);
    expect(nodes.filter((one) => one.seen).every((one) => derived.includes(one.id) && one.children.length === 0)).toBe(
      true,
    );
  });

  test.each([
    ['need', 'total/need'],
    ['income', 'total/income'],
    ['balance', 'total/balance'],
    ['aid', 'aid/town'],
    ['social-tariff', 'lever/social-tariff'],
    ['household.children', 'derived/household.children'],
    ['person.age@tom', 'fact/person.age@tom'],
    ['person.income.wage@anna', 'income/wage@anna'],
    ['income.wage@anna', 'income/wage@anna'],
    ['bill.rent', 'bill/rent'],
    ['line/housing.rent', 'line/housing.rent'],
  ])('knows what %s is', (target, id) => {
    expect(why(isle, anna, target).roots[0]?.id).toBe(id);
  });

  test('is plain data', () => {
    const argument = why(isle, anna, 'need');
    expect(JSON.parse(JSON.stringify(argument))).toEqual(argument);
  });

  test('of an unknown name says what is near', () => {
    expect(refused(() => why(isle, anna, 'food.dayly'))).toMatchObject({
      code: 'unknown-target',
      hint: expect.stringContaining('"food.daily"') as string,
    });
  });

  test.each([
    ['food.xx', 'The basket "food" has these lines: food.daily.'],
    ['clothin', 'Did you mean "clothing.adult" or "clothing"?'],
    ['tom', '"tom" is a person: ask for what is theirs, such as "food.daily@tom".'],
    ['zz', 'Ask for the id of a line, a fact, a total or a lever, or for: need, income, balance, aid.'],
  ])('of %s, which is no name, says what may be asked', (target, hint) => {
    expect(refused(() => why(isle, anna, target))).toMatchObject({ code: 'unknown-target', hint });
  });

  test('of a person who has no such value names those who have', () => {
    expect(refused(() => why(isle, anna, 'food.daily@tim'))).toMatchObject({ hint: 'Ask for one of: anna, tom.' });
  });

  test('of a name that nothing here reads says so', () => {
    const trace = { level: 'full', nodes: [] } as const;
    expect(refused(() => why(isle, { ...anna, trace }, 'food.daily'))?.code).toBe('not-in-budget');
  });

  test('needs a trace', () => {
    expect(refused(() => why(isle, without(anna, 'trace'), 'need'))?.code).toBe('no-trace');
  });
});

describe('why not', () => {
  test('says which test failed and how far it was', () => {
    const { roots } = whyNot(isle, anna, 'clothing.adult@tom');
    const [age] = all(roots)
      .flatMap((one) => one.against)
      .filter((one) => one.name === 'person.age');
    expect(age).toMatchObject({
      holds: 'no',
      value: '7 years',
      far: { distance: { value: '11', unit: 'years' }, direction: 'short', limit: { value: '18', unit: 'years' } },
      needed: { kind: 'bounds', bounds: [{ is: 'from', limit: { value: '18', unit: 'years' } }] },
    });
  });

  test('says what to ask where a test is undecided', () => {
    const { roots } = whyNot(isle, anna, 'food.diet@tom');
    expect(roots[0]?.against).toMatchObject([{ holds: 'undecided', questions: ['person.diet@tom'] }]);
  });

  test('of what is there finds nothing against it', () => {
    expect(whyNot(isle, anna, 'social-tariff').roots[0]?.against).toEqual([]);
    expect(toText(whyNot(isle, anna, 'housing.rent'), isle, { lang: 'en' })).toContain('It is in the budget.');
  });
});

describe('the argument as text', () => {
  test.each([
    ['food.daily@tom', 'food', 'en'],
    ['housing.rent', 'rent', 'fr'],
    ['clothing.adult', 'clothing', 'nl'],
    ['aid', 'aid', 'de'],
  ] as const)('of %s is as it was read aloud', async (target, name, lang) => {
    const text = toText(why(isle, anna, target), isle, { lang });
    await expect(text).toMatchFileSnapshot(`snapshots/why.${name}.${lang}.txt`);
  });

  test.each([
    ['clothing.adult@tom', 'clothing', 'fr'],
    ['food.diet', 'diet', 'de'],
  ] as const)('of why not %s is as it was read aloud', async (target, name, lang) => {
    const text = toText(whyNot(isle, anna, target), isle, { lang });
    await expect(text).toMatchFileSnapshot(`snapshots/why-not.${name}.${lang}.txt`);
  });
});

describe('what was changed by hand', () => {
  const household = {
    month: '2024-06',
    persons: [{ id: 'anna', role: 'head', age: 34 }],
    overrides: [{ name: 'person.benefit@anna', is: 'yes', reason: 'seen on paper', by: 'the town' }],
  } as const;
  const document = assess(isle, household as unknown as HouseholdInput, { levers: 'none', trace: 'full' });

  test('a fact set by hand says who did so and why', () => {
    const [root] = why(isle, document, 'person.benefit@anna').roots;
    expect(root?.override).toEqual({ computed: 'no', reason: 'seen on paper', by: 'the town' });
    expect(root?.reasons).toMatchObject([{ kind: 'override', by: 'the town' }]);
  });
});
