import { readdirSync, readFileSync } from 'node:fs';
import { Engine } from 'json-rules-engine';
import { expect, it, vi } from 'vitest';
import { monthIndex, monthText } from '../../../src/calendar/month.js';
import { exportedRules, type ExportedRules } from '../../../src/reference/engine/export.js';
import { model as isle } from '../../fixtures/isle.js';
import { assessByReference } from '../../../src/verify/assess-by-reference.js';
import { assessTiny, householdOf, tiny } from '../tiny.js';

const SECTIONS = `
facts: { person.ill: { type: yes-no, ask: Ill? }, person.kind: { type: one-of, values: [red, blue, none-of-them], ask: Kind? } }
incomes: { wage: { for: person, counts: all, plausible: 0..<6000 } }
parameters: { limit: { unit: EUR/month, values: 500 } }
derive:
  person.adult: { when: { person.age: 18.. } }
  person.poor: { when: { person.adult: yes, person.income.wage: { below: limit } } }
  person.x: { when: { person.kind: { not: [red, unknown] }, any: [{ person.ill: yes }, { person.age: 60..79 }] } }
needs: { food.a: { for: person, pays: living, when: { person.poor: yes, person.ill: { not: yes } }, amount: 1 EUR/month } }
`;

it('gives the same answer when fifty assessments run at once as one by one', async () => {
  const households = Array.from(
    { length: 50 },
    (_, i) => `persons: [{ id: a, role: head, age: ${i + 10}, ill: ${i % 2 ? 'yes' : 'no'} }]`,
  );
  const one: string[] = [];
  for (const household of households) one.push(JSON.stringify(await assessTiny(SECTIONS, household)));
  const together = await Promise.all(
    households.map(async (household) => JSON.stringify(await assessTiny(SECTIONS, household))),
  );
  expect(together).toEqual(one);
});

/** A host's loop: stock engine, stock operators, derived names added to the almanac as they fire. */
async function run(rules: ExportedRules['person'], facts: Record<string, unknown>): Promise<Record<string, string>> {
  const engine = new Engine();
  for (const rule of rules) engine.addRule(rule as never);
  engine.on('success', (event, almanac) => {
    const fact = event.params?.['fact'] as string | undefined;
    if (fact !== undefined) almanac.addFact(fact, event.params?.['value']);
  });
  const { results, failureResults } = await engine.run(facts);
  expect(results.length + failureResults.length).toBe(rules.length);
  const ids = new Set(rules.map((rule) => rule.event.params.id));
  return Object.fromEntries(
    [...ids].map((id) => [id, results.find((one) => one.event?.params?.['id'] === id)?.event?.type ?? 'undecided']),
  );
}

it('exports rules that a stock engine decides as the witness does', async () => {
  const rules = exportedRules(tiny(SECTIONS).model, monthIndex('2024-06')!);
  expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
  expect(rules.facts).toEqual([
    'limit',
    'person.adult',
    'person.age',
    'person.ill',
    'person.income.wage',
    'person.kind',
    'person.poor',
  ]);
  for (const [age, ill, kind, wage] of [
    [40, 'yes', 'red', 100],
    [17, 'no', 'blue', 100],
    [65, null, null, 600],
    [65, null, 'blue', 500],
    [30, null, 'blue', null],
    [64, 'no', 'none-of-them', 499.99],
  ] as const) {
    const found = await run(rules.person, {
      'person.age': age * 12,
      'person.ill': ill,
      'person.kind': kind,
      'person.income.wage': wage,
      'person.adult': null,
      'person.poor': null,
      limit: 500,
    });
    const incomes = wage === null ? '' : `\nincomes: [{ of: a, kind: wage, amount: ${wage} }]`;
    const said = `persons: [{ id: a, role: head, age: ${age}, ill: ${ill ?? 'unknown'}, kind: ${kind ?? 'unknown'} }]${incomes}`;
    const nodes = (await assessTiny(SECTIONS, said)).trace!.nodes;
    const expected = Object.keys(found).map((id) => [
      id,
      (nodes.find((one) => one.id === `${id}@a`) as { value: string }).value,
    ]);
    expect(found).toEqual(Object.fromEntries(expected));
  }
});

it('exports adjustments and levers of the isle, those of the household apart', () => {
  const rules = exportedRules(isle, monthIndex('2024-06')!);
  const ids = (list: ExportedRules['person']): string[] => [...new Set(list.map((rule) => rule.event.params.id))];
  expect(ids(rules.person)).toEqual(['derived/person.adult', 'when/food.diet', 'when/clothing.adult']);
  expect(ids(rules.household)).toEqual(['when/food.together', 'lever/social-tariff/has', 'lever/social-tariff/when']);
});

it('uses json-rules-engine as it is: no subclass, no patch', () => {
  const source = readdirSync('src/reference', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`src/reference/${name}`, 'utf8'))
    .join('\n');
  expect(source).toMatch(/import \{ Engine\b.*\} from 'json-rules-engine'/);
  expect(source).not.toMatch(/extends (Engine|Rule)|prototype/);
});

it('keeps nothing of one household for the next, whatever ids, order and number of persons', async () => {
  const pack = tiny(SECTIONS);
  const households = [
    'persons: [{ id: a, role: head, age: 40, ill: yes }, { id: b, role: partner, age: 10, kind: blue }]',
    'persons: [{ id: b, role: head, age: 70 }, { id: a, role: partner, age: 17, ill: no }]',
    'persons: [{ id: a, role: head, age: 17, ill: no }]\nothers: [{ id: b, role: child, age: 30, kind: red }]',
    'persons: [{ id: tom, role: head, age: 65, kind: none-of-them }]\nincomes: [{ of: tom, kind: wage, amount: 499.99 }]',
  ].map(householdOf);
  const options = { month: '2024-06', levers: 'none' } as const;
  const apart = await Promise.all(households.map((one) => assessByReference(tiny(SECTIONS), one, options)));
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0, 0, 3],
  ])
    for (const at of order) expect(await assessByReference(pack, households[at], options)).toEqual(apart[at]);
});

it('asks the engine once where two conditions say the same of the same facts', async () => {
  const run = vi.spyOn(Engine.prototype, 'run');
  const added = vi.spyOn(Engine.prototype, 'addRule');
  const names = (): string[] => added.mock.calls.map(([rule]) => (rule as { name: string }).name);
  const same = 'when: { person.age: 18.. }';
  const pack = `derive:\n  person.x: { ${same} }\n  person.y: { ${same} }\n  person.z: { when: { person.age: ..17 } }`;
  const { trace } = await assessTiny(pack, 'persons: [{ id: a, role: head, age: 40 }]');
  const value = (id: string): unknown => (trace!.nodes.find((one) => one.id === id) as { value: string }).value;
  expect(['x', 'y', 'z'].map((name) => value(`derived/person.${name}@a`))).toEqual(['yes', 'yes', 'no']);
  expect(names().filter((name) => name.includes('person.age@0'))).toHaveLength(2);
  expect(new Set(names()).size).toBe(names().length);
  expect(run).toHaveBeenCalled();
  vi.restoreAllMocks();
});

it('asks the engine once for equal values, whoever has them, and forgets when there are too many', async () => {
  const pack = tiny(
    'derive:\n  person.x: { when: { person.age: 18.. } }\n  person.y: { when: { person.age: 18..64 } }',
  );
  const assessed = async (ages: readonly string[]): Promise<readonly unknown[]> => {
    const persons = ages.map((age, i) => `{ id: p${i}, role: ${i === 0 ? 'head' : 'other'}, ${age} }`);
    const household = householdOf(`persons: [${persons.join(', ')}]`);
    const { trace } = await assessByReference(pack, household, { month: '2024-06', levers: 'none' });
    const value = (id: string): unknown => (trace!.nodes.find((one) => one.id === id) as { value: string }).value;
    return ages.map((_, i) => `${String(value(`derived/person.x@p${i}`))} ${String(value(`derived/person.y@p${i}`))}`);
  };
  const added = vi.spyOn(Engine.prototype, 'addRule');
  expect(await assessed(['age: 40', 'age: 40', 'age: 17'])).toEqual(['yes yes', 'yes yes', 'no no']);
  expect(added).toHaveBeenCalledTimes(4);
  expect(await assessed(['age: 17', 'age: 40'])).toEqual(['no no', 'yes yes']);
  expect(added).toHaveBeenCalledTimes(4);
  expect(await assessed(['age: 65', 'age: 17'])).toEqual(['yes no', 'no no']);
  expect(added).toHaveBeenCalledTimes(6);
  for (let months = 0; months < 900; months += 3) {
    const born = monthText(monthIndex('2024-06')! - months);
    const [adult, ofWorkingAge] = [months >= 18 * 12, months >= 18 * 12 && months < 65 * 12];
    expect(await assessed([`born: ${born}-01`])).toEqual([`${adult ? 'yes' : 'no'} ${ofWorkingAge ? 'yes' : 'no'}`]);
  }
  vi.restoreAllMocks();
});
