import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assessment/assess.js';
import { toText, why } from '../../src/explain/index.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { packOf } from '../fixtures/packs.js';

const be = packOf('be');
const household = parse(readFileSync('examples/cases/04-fatima-and-karim.yaml', 'utf8')) as HouseholdInput;
const assessment = assess(be, household, { policy: 'example-town' });
const told = (name: string): string =>
  toText(why(be, assessment, name), be, { lang: 'en', audience: 'family' }).replace(/\s+/g, ' ');

test('an income of which all counts says who said it, alone and not in a sum', () => {
  expect(told('wage@karim')).toContain('The household said so, and all of it counts.');
  expect(told('income')).not.toContain('all of it counts');
});

test('what was assumed says from what', () => {
  expect(told('person.school@amina')).toMatch(/assumed, because nobody said\. Computed from: Age \(.*14 years/);
});

test('what a policy pays by its own formula is told as a share of the gap, with the formula and what it read beside the lines', () => {
  const { gap, pays } = assessment.aid!;
  const step = why(be, assessment, 'aid').roots[0]!.reasons.flatMap((one) => (one.kind === 'aid' ? one.steps : []));
  expect(step.find((one) => one.step === 'pays')).toMatchObject({ amount: pays, by: null });
  const share = Number(step.find((one) => one.step === 'pays')!.share);
  expect(Math.abs(share * Number(gap) - Number(pays))).toBeLessThan(0.01);
  expect(told('aid')).toContain(
    `proposed aid: €${pays} (80% of the gap) The policy pays the smallest of these amounts: `,
  );
});
