import fc from 'fast-check';
import type { Options } from '../assessment/options.js';

/** How much is told: in one run of ten levers and the full trace, which cost ten times what the balance does. */
export const tellingOf: fc.Arbitrary<Options> = fc
  .nat(9)
  .map((turn) => (turn === 0 ? { levers: 'alone', trace: 'full' } : { levers: 'none', trace: 'none' }));
