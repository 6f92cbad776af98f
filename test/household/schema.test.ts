import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHousehold } from '../../src/household/read.js';
import { householdSchema } from '../../src/household/schema.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { households } from '../../src/testing/index.js';
import { faultsBy } from '../fixtures/ajv.js';
import { packOf, PACKS } from '../fixtures/packs.js';
import { damaged, damages } from './damage.js';

/** Refused for what is meant, which no schema can see: who is who, what is possible, what the pack has in that month. */
const OF_MEANING = new Set([
  'no-month',
  'outside-covers',
  'one-head',
  'one-partner',
  'duplicate-person',
  'duplicate-key',
  'unknown-person',
  'unknown-name',
  'not-overridable',
  'two-overrides',
  'age-range',
  'born-later',
  'out-of-range',
]);

/** Whose a line is, and what may be said of a name, hangs on the line and on the name. */
function isOfShape({ code, path = [] }: Diagnostic): boolean {
  const [part, , key] = path;
  const ofName = part === 'overrides' && (key === 'is' || (key !== 'amount' && code === 'not-a-persons'));
  return !OF_MEANING.has(code) && !ofName;
}

describe.each(PACKS)('the schema of the households of %s', (id) => {
  const pack = packOf(id);
  const faults = faultsBy(householdSchema(pack));
  const errorsOf = (input: unknown): readonly Diagnostic[] => {
    const read = readHousehold(pack.model, input);
    return read.ok ? [] : read.errors;
  };

  test('takes what the reader takes', () => {
    fc.assert(
      fc.property(households(pack), (household) => {
        expect(errorsOf(household)).toEqual([]);
        expect(faults(household)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('refuses what the reader refuses for its shape, and nothing that the reader takes', () => {
    fc.assert(
      fc.property(households(pack), damages, (household, list) => {
        const input = damaged(household, list);
        const errors = errorsOf(input);
        const [said, shape] = [faults(input), errors.filter(isOfShape)];
        if (shape.length > 0) expect(said, shape[0]!.message).not.toEqual([]);
        if (errors.length === 0) expect(said).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
