import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, safeAssess } from '../../../src/assessment/assess.js';
import type { Options } from '../../../src/assessment/options.js';
import { saysNeedless } from '../../../src/assessment/says-needless.js';
import { needsTrace } from '../../../src/explain/balance/trace-for-text.js';
import type { Pack } from '../../../src/model/pack.js';
import { toText } from '../../../src/explain/formats.js';
import { households } from '../../../src/testing/index.js';
import { packOf } from '../../fixtures/packs.js';

const harbour = packOf('harbour');

/** As the command line decides it. */
const traceForText = (pack: Pack, household: unknown, options: Options): 'none' | 'full' =>
  needsTrace(pack, options.policy ?? null) || saysNeedless(pack, household, options) ? 'full' : 'none';

test.each(['be', 'sweden'] as const)('the text of a household of %s is that of the whole trace', (id) => {
  const pack = packOf(id);
  fc.assert(
    fc.property(households(pack, { members: 4 }), (household) => {
      // A test pack has no value for some of them.
      const textOf = (trace: 'none' | 'full'): string | null => {
        const read = safeAssess(pack, household, { levers: 'alone', trace });
        return read.ok ? toText(read.value, pack, { lang: 'en', lines: true }) : null;
      };
      expect(textOf(traceForText(pack, household, {}))).toBe(textOf('full'));
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
  const document = assess(harbour, household, { trace: traceForText(harbour, household, {}) });
  expect(toText(document, harbour, { lang: 'en' })).toContain('3 children live here.');
});

test('a trace is made where something of it is read, and only there', () => {
  const be = packOf('be');
  const of = (said: object, policy: string | null = null): string =>
    traceForText(
      be,
      { persons: [{ role: 'head', age: 44, ...said }], dwelling: { region: 'wallonia' } },
      { month: '2024-06', policy },
    );
  expect([of({}), of({ work: 'employed' }), of({ hobby: 'sport' }), of({ hobby: 'none' })]).toEqual([
    'none',
    'none',
    'full',
    'none',
  ]);
  expect([of({}, 'example-town'), of({}, 'no-such-policy')]).toEqual(['full', 'none']);
  expect(
    [null, 5, 'text', { persons: null }].map((household) => traceForText(be, household, { month: '2024-06' })),
  ).toEqual(['none', 'none', 'none', 'none']);
});
