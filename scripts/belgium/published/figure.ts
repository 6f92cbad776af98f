/** A published figure that the Belgian pack is held against, and how it is computed from a pack. */
import type { Pack } from '../../../src/model/pack.js';
import { growth, linesOf, man, sumOf, woman, type Person } from '../study.js';

/** What a figure was used for: to choose a factor of the calibration, as a number of the pack itself, or for nothing. */
export type Use = 'factor' | 'pack' | 'none';

export interface Figure {
  readonly name: string;
  readonly unit: 'euro' | 'share' | 'ratio';
  readonly use: Use;
  readonly origin: string;
  /** One value, or the band that the source gives. */
  readonly published: (pack: Pack) => number | readonly [number | null, number | null];
  readonly of: (pack: Pack) => number;
}

export const exactly = (value: number) => (): number => value;

/** An older amount, brought to June 2024 by the price index. */
export const since = (month: string, value: number) => (pack: Pack) => value * growth(pack, 'cpi.all', month);

export const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Where a source does not tell the sex: the mean of a girl or woman and a boy or man. */
export const bothSexes = (of: (sex: 'female' | 'male') => number): number => mean([of('female'), of('male')]);

export const total = (pack: Pack, persons: readonly Person[]): number => sumOf(linesOf(pack, persons));
export const single = (pack: Pack): number => mean([total(pack, [woman]), total(pack, [man])]);
