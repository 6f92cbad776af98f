import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, safeAssess } from '../../../src/assessment/assess.js';
import { readsTrace } from '../../../src/explain/balance/reads-trace.js';
import { toText } from '../../../src/explain/formats.js';
import { households } from '../../../src/testing/index.js';
import { packOf } from '../../fixtures/packs.js';

const harbour = packOf('harbour');

test.each(['be', 'sweden'] as const)('without a trace the text of a household of %s is the same', (id) => {
  const pack = packOf(id);
  expect(readsTrace(pack, null)).toBe(false);
  fc.assert(
    fc.property(households(pack, { members: 4 }), (household) => {
      // A test pack has no value for some of them.
      const textOf = (trace: 'none' | 'full'): string | null => {
        const read = safeAssess(pack, household, { levers: 'alone', trace });
        return read.ok ? toText(read.value, pack, { lang: 'en', lines: true }) : null;
      };
      expect(textOf('none')).toBe(textOf('full'));
    }),
    { numRuns: 25 },
  );
});

test('a notice that speaks of a number is told in its own words, without a policy too', () => {
  const child = (age: number): object => ({ role: 'child', age });
  const household = {
    month: '2024-06',
    persons: [{ role: 'head', age: 34 }, child(5), child(7), child(9)],
    dwelling: { quay: 'north' },
  } as never;
  expect(readsTrace(harbour, null)).toBe(true);
  expect(toText(assess(harbour, household), harbour, { lang: 'en' })).toContain('3 children live here.');
});

test('how an aid is computed is read from the trace', () => {
  const be = packOf('be');
  expect(['example-town', 'no-such-policy'].map((policy) => readsTrace(be, policy))).toEqual([true, false]);
});
