import { eliminate } from './eliminate.js';
import type { Tables } from './tables.js';

/** The least and the greatest balance that what nobody said leaves possible, in steps of rounding. */
export interface Band {
  readonly lo: number;
  readonly hi: number;
}

/** A balance is surely short, surely enough, or what is unknown can still turn it. */
export type Sign = 'shortfall' | 'enough' | 'open';

/** The safe band: no way of saying what is unknown leads outside it. */
export function bandOf({ tables, sizes }: Tables): Band {
  return eliminate(tables, sizes);
}

export function signOf({ lo, hi }: Band): Sign {
  if (hi < 0) return 'shortfall';
  return lo >= 0 ? 'enough' : 'open';
}
