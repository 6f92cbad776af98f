import type { TraceStep } from '../../model/trace.js';
import type { Line } from '../lines/line.js';
import type { Num } from '../machine/nums.js';
import type { Reading } from './entry.js';
import type { LineLinks } from './line-links.js';

/** One line that is told. */
export interface Telling {
  readonly reading: Reading;
  readonly line: Line;
  readonly links: LineLinks;
  readonly start: Begun | null;
  readonly row: number;
}

/** The first steps of a line, and what they come to. */
export interface Begun {
  readonly steps: readonly TraceStep[];
  readonly value: Num;
}
