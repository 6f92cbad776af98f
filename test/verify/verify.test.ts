import { beforeAll, expect, it } from 'vitest';
import { canonicalText, sealOf, type Assessment } from '../../src/assessment/document.js';
import { redacted, withoutInput } from '../../src/assessment/redact.js';
import { digestOf } from '../../src/model/digest.js';
import type { Pack } from '../../src/model/pack.js';
import { assessByReference, verify, verifyText } from '../../src/verify/index.js';
import { packOf } from '../fixtures/packs.js';
import { householdOf } from '../reference/tiny.js';

const HOUSEHOLD = householdOf(`
month: 2024-06
persons: [{ id: anna, role: head, age: 34, benefit: yes, diet: no }, { id: tom, role: child, age: 7, presence: 50% }]
incomes: [{ of: anna, kind: wage, amount: 700 }]
`);
let pack: Pack;
let made: Assessment;

beforeAll(async () => {
  pack = packOf('isle');
  made = await assessByReference(pack, HOUSEHOLD);
});

const resealed = (document: object): object => ({ ...document, seal: sealOf(document) });

it('says which of the checks failed', async () => {
  expect((await verify(made, pack)).ok).toBe(true);
  expect((await verify({ ...made, seal: 'sha256:0' }, pack)).failed).toEqual(['seal']);
  expect((await verify(resealed({ ...made, pack: { ...made.pack, digest: 'sha256:0' } }), pack)).failed).toEqual([
    'pack',
  ]);
  const balance = { ...made.balance, amount: '0.00' };
  expect((await verify(resealed({ ...made, balance }), pack)).findings).toEqual([
    { check: 'blocks', path: ['balance', 'amount'], expected: JSON.stringify(made.balance.amount), found: '"0.00"' },
  ]);
  const trace = { ...made.trace!, nodes: made.trace!.nodes.slice(1) };
  const first = made.trace!.nodes[0]!.id;
  expect((await verify(resealed({ ...made, trace }), pack)).findings).toEqual([
    { check: 'trace', path: ['trace', 'nodes', first], expected: JSON.stringify(first), found: null },
  ]);
  for (const other of ['none', { ...made.trace!, nodes: 'none' }])
    expect((await verify(resealed({ ...made, trace: other }), pack)).failed).toEqual(['trace']);
  const [one, two, ...rest] = made.trace!.nodes;
  const withNodes = (nodes: readonly unknown[]): object => resealed({ ...made, trace: { ...made.trace!, nodes } });
  expect((await verify(withNodes([one, two, one, ...rest]), pack)).findings).toEqual([
    { check: 'trace', path: ['trace', 'nodes', first], expected: null, found: JSON.stringify(first) },
  ]);
  expect((await verify(withNodes([two, one, ...rest]), pack)).findings).toEqual([
    { check: 'trace', path: ['trace', 'nodes', 0], expected: JSON.stringify(first), found: JSON.stringify(two!.id) },
  ]);
  expect((await verify({ format: 'other/1' }, pack)).failed).toEqual(['format']);
  expect((await verify('text', pack)).failed).toEqual(['format']);
});

it('sees that another pack made it', async () => {
  const guess = { kind: 'number', value: '700', from: { status: 'assumption' } } as const;
  const needs = pack.model.needs.map((need) => (need.id === 'housing.rent' ? { ...need, amount: guess } : need));
  const model = { ...pack.model, needs };
  const { failed } = await verify(made, { ...pack, model, digest: digestOf(model) });
  expect(failed).toEqual(['pack', 'blocks', 'trace']);
});

it('verifies each level of trace and levers', async () => {
  for (const trace of ['none', 'fired', 'full'] as const)
    for (const levers of ['none', 'alone', 'chain'] as const) {
      const document = await assessByReference(pack, HOUSEHOLD, { trace, levers, policy: 'town' });
      expect((await verify(document, pack)).findings).toEqual([]);
    }
});

it('leaves out of the fired trace what does not hold, and names nothing that is not there', async () => {
  const fired = (await assessByReference(pack, HOUSEHOLD, { trace: 'fired' })).trace!.nodes;
  const ids = new Set(fired.map((node) => node.id));
  expect(ids.has('when/food.diet@anna')).toBe(false);
  expect(ids.has('when/food.diet@tom')).toBe(true);
  expect(ids.has('when/clothing.adult@tom')).toBe(false);
  expect(ids.has('derived/person.adult@tom')).toBe(true);
  for (const text of JSON.stringify(fired).matchAll(/"in":\[([^\]]*)\]/g))
    for (const id of JSON.parse(`[${text[1] ?? ''}]`) as string[]) expect(ids).toContain(id);
});

it('needs the household for a document without input or without sensitive facts', async () => {
  for (const document of [withoutInput(made), redacted(made, pack.model), withoutInput(redacted(made, pack.model))]) {
    const alone = await verify(document, pack);
    expect(alone.findings).toMatchObject([{ check: 'blocks', path: ['input'] }]);
    expect((await verify(document, pack, { household: HOUSEHOLD })).findings).toEqual([]);
    const other = householdOf('month: 2024-06\npersons: [{ id: anna, role: head, age: 35 }]');
    expect((await verify(document, pack, { household: other })).ok).toBe(false);
  }
});

it('reads a file: bytes must be the canonical ones, and a doubled key is seen', async () => {
  const text = canonicalText(made);
  expect((await verifyText(text, pack)).findings).toEqual([]);
  const doubled = text.replace('  "month"', '  "month": "2024-05",\n  "month"');
  const line = text.split('\n').findIndex((one) => one.startsWith('  "month"')) + 1;
  expect((await verifyText(doubled, pack)).findings).toEqual([
    {
      check: 'bytes',
      path: [line],
      expected: JSON.stringify('  "month": "2024-06",'),
      found: JSON.stringify('  "month": "2024-05",'),
    },
  ]);
  const last = text.split('\n').length;
  expect((await verifyText(text.trimEnd(), pack)).findings).toMatchObject([{ check: 'bytes', path: [last] }]);
  expect((await verifyText(`${text}\n`, pack)).findings).toMatchObject([{ check: 'bytes', path: [last + 1] }]);
  expect((await verifyText('{', pack)).failed).toEqual(['format']);
});

it('says what is wrong with an input that cannot be assessed', async () => {
  const input = { ...made.input, persons: [] };
  const { findings } = await verify(resealed({ ...made, input }), pack);
  expect(findings.map(({ check, path }) => [check, ...path].join(' '))).toEqual([
    'blocks input persons',
    'blocks input incomes 0 of',
  ]);
});
