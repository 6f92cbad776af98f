import type { Group } from '../../model/needs.js';
import type { Status } from '../../model/value.js';

/** What a mark stands for; colours and signs follow it. */
export type Tone = 'income' | 'need' | 'short' | 'left' | 'over' | 'under' | 'beyond' | Group | Status;

/** What a drawing shows, as plain data; its words stand in it. */
export type Chart = Waterfall | Bars | Plot;

/** Bars that begin where the one before ended; the last stands on zero. */
export interface Waterfall {
  readonly kind: 'waterfall';
  readonly bars: readonly {
    readonly label: string;
    readonly amount: string;
    readonly from: number;
    readonly to: number;
    readonly tone: Tone;
  }[];
}

/** A bar each, with a mark where the reference is. */
export interface Bars {
  readonly kind: 'bars';
  readonly bars: readonly {
    readonly label: string;
    readonly amount: string;
    readonly value: number;
    readonly mark: number;
  }[];
}

/** Lines over common axes; later ones are drawn over earlier ones. */
export interface Plot {
  readonly kind: 'plot';
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly {
    readonly label: string;
    readonly tone: 'alone' | 'aided';
    readonly points: readonly (readonly [x: number, y: number])[];
  }[];
  /** A place along the bottom that matters. */
  readonly mark?: { readonly at: number; readonly label: string };
}

/** From the first tick to the last. */
export interface Axis {
  readonly label: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}
