import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalText, sealOf } from '../../src/assessment/document.js';
import type { Pack } from '../../src/model/pack.js';
import { assessByReference } from '../../src/verify/assess-by-reference.js';
import { verifyBy, verifyTextBy, type Assess } from '../../src/verify/verify.js';
import { packOf } from '../fixtures/packs.js';
import { householdOf } from '../reference/tiny.js';
import { mutants } from './mutate.js';

const HOUSEHOLD = `
month: 2024-06
persons:
  - { id: anna, role: head, age: 34, benefit: yes, diet: no }
  - { id: tom, role: child, age: 7, presence: 50% }
incomes: [{ of: anna, kind: wage, amount: 700 }, { of: tom, kind: child-benefit, amount: 181.61 }]
bills: { rent: 640 }
overrides: [{ line: food.daily@tom, amount: 80, reason: agreed, by: worker }]
about: { case: one }
`;

/** Equal input and options give equal documents: assessed once. */
function remembering(): Assess {
  const known = new Map<string, ReturnType<Assess>>();
  return (pack, household, options) => {
    const key = JSON.stringify([pack.digest, household, options]);
    const found = known.get(key) ?? assessByReference(pack, household, options);
    known.set(key, found);
    return found;
  };
}

/** What may be otherwise in a document that still says the truth. */
const SILENT = [
  // a document without trace, and an input whose month is the document's, are documents too
  'delete trace',
  'delete input.month',
  // the order in which the household was written down
  'swap input.incomes',
  // passed through, never read
  'delete input.about',
  'delete input.about.case',
  'add input.about',
  'change input.about.case → "onex"',
  'change input.about.case → null',
  // a fact that nothing in this pack reads
  'change input.persons.1.role → "partner"',
  'change input.persons.1.role → "parent"',
  'change input.persons.1.role → "other"',
];

const assess = remembering();
let pack: Pack;
let document: Record<string, unknown>;

beforeAll(async () => {
  pack = packOf('isle');
  const made = await assess(pack, householdOf(HOUSEHOLD), { policy: 'town', levers: 'chain', trace: 'full' });
  document = JSON.parse(JSON.stringify(made)) as Record<string, unknown>;
});

/** For a word in the input, the other words that are allowed there. */
function otherWords(path: string): readonly unknown[] {
  const key = /^input\.persons\.\d+\.([a-z-]+)$/.exec(path)?.[1];
  const fact = pack.model.facts.find((one) => one.id === `person.${key ?? ''}`);
  return fact?.type === 'yes-no' ? ['yes', 'no', 'unknown'] : (fact?.values ?? []);
}

const same = (mutant: unknown): boolean => JSON.stringify(mutant) === JSON.stringify(document);

function resealed(mutant: unknown): unknown {
  if (typeof mutant !== 'object' || mutant === null || Array.isArray(mutant)) return mutant;
  return { ...mutant, seal: sealOf(mutant) };
}

describe('a document with one thing changed, deleted, added, doubled, reordered or swapped', () => {
  it('verifies as it was made', async () => {
    expect(await verifyBy(assess, document, pack)).toEqual({ ok: true, failed: [], findings: [] });
  });

  it('is always caught as it is', async () => {
    const missed: string[] = [];
    let tried = 0;
    for (const mutant of mutants(document, otherWords)) {
      const made = mutant.make();
      if (same(made)) continue;
      tried++;
      if ((await verifyBy(assess, made, pack)).ok) missed.push(`${mutant.what} ${mutant.path}`);
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(3000);
  }, 120_000);

  it('is caught with a new seal, but for what changes no number and no node', async () => {
    const missed = new Set<string>();
    for (const mutant of mutants(document, otherWords)) {
      const made = mutant.make();
      if (same(made) || /^seal\b/.test(mutant.path)) continue;
      if ((await verifyBy(assess, resealed(made), pack)).ok) missed.add(`${mutant.what} ${mutant.path}`);
    }
    expect([...missed].sort()).toEqual([...SILENT].sort());
  }, 120_000);
});

it('catches every line of the file that is doubled, deleted or swapped with the next', async () => {
  const text = canonicalText(document);
  const lines = text.split('\n');
  const missed: string[] = [];
  for (let i = 0; i < lines.length - 1; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!];
    const others = {
      doubled: [line, line, next],
      deleted: [next],
      swapped: [next, line],
    };
    for (const [what, instead] of Object.entries(others)) {
      const changed = [...lines.slice(0, i), ...instead, ...lines.slice(i + 2)].join('\n');
      if (changed !== text && (await verifyTextBy(assess, changed, pack)).ok)
        missed.push(`${what} line ${i + 1}: ${line}`);
    }
  }
  expect(missed).toEqual([]);
}, 120_000);

it('catches a reason that is changed in one place, and cannot know one that is changed everywhere', async () => {
  const everywhere = JSON.parse(JSON.stringify(document).replaceAll('agreed', 'decided')) as Record<string, unknown>;
  expect((await verifyBy(assess, everywhere, pack)).failed).toEqual(['seal']);
  expect((await verifyBy(assess, resealed(everywhere), pack)).ok).toBe(true);
});

it('catches mutants of a document with notices, warnings, totals, parts and others under the roof', async () => {
  const harbour: Pack = packOf('harbour');
  const household = householdOf(readFileSync('test/packs/harbour/households/family-with-student.yaml', 'utf8'));
  const made = await assess(harbour, household, { policy: 'old-port' });
  const whole = JSON.parse(JSON.stringify(made)) as Record<string, unknown>;
  const missed: string[] = [];
  let place = 0;
  for (const { what, path, make } of mutants(whole)) {
    if (/^(input|seal|trace$)/.test(path) || place++ % 331 !== 0) continue;
    const mutant = make();
    if (JSON.stringify(mutant) === JSON.stringify(whole)) continue;
    if ((await verifyBy(assess, resealed(mutant), harbour)).ok) missed.push(`${what} ${path}`);
  }
  expect(place).toBeGreaterThan(30_000);
  expect(missed).toEqual([]);
}, 120_000);
