import type { Model } from './model.js';

/** Where something stands: line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The words of one definition in one language. `parts` holds words of what lies inside it: items, cases, rows, by path ("items/coat", "value/0"). */
export interface Text {
  readonly label?: string;
  readonly ask?: string;
  readonly because?: string;
  readonly note?: string;
  readonly text?: string;
  /** A lever's or a right's `apply`. */
  readonly where?: string;
  readonly by?: string;
  /** Translated by a machine only. */
  readonly draft?: true;
  readonly parts?: Readonly<Record<string, Text>>;
}

/** language → id → words. Policy adjustments: `town/rent-ceiling`; words of a `one-of` value: part `values/NAME`. */
export type Texts = Readonly<Record<string, Readonly<Record<string, Text>>>>;

/** Places by path: `food.daily`, `food.daily/items/coat`, `tec.pass/editions/2025-02/rows/3`. An id with several definitions: `id#1` is the second. */
export type Places = Readonly<Record<string, Place>>;

/** A typical household of the pack, for tables. */
export interface Family {
  readonly id: string;
  readonly household: unknown;
}

declare const householdType: unique symbol;

/** A linked pack: the model that both evaluators read, and beside it words and places, which change no number. */
export interface Pack<H = unknown> {
  readonly model: Model;
  readonly texts: Texts;
  readonly places: Places;
  readonly families: readonly Family[];
  /** `sha256:…` of the canonical model. */
  readonly digest: string;
  readonly [householdType]?: H;
}
