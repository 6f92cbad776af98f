/** The distance of the pack, raw and calibrated, to each published figure. */
import type { Pack } from '../../src/model/pack.js';
import { FIGURES } from './published.js';
import type { Figure, Use } from './published/figure.js';

export interface Distance {
  readonly figure: Figure;
  readonly published: string;
  readonly raw: Side;
  readonly calibrated: Side;
}

/** What a pack gives, and how far that is from the figure: 0 inside a band. */
export interface Side {
  readonly value: string;
  readonly distance: string;
}

export function distances(raw: Pack, calibrated: Pack): readonly Distance[] {
  return FIGURES.map((figure) => ({
    figure,
    published: publishedText(figure, raw),
    raw: side(figure, raw),
    calibrated: side(figure, calibrated),
  }));
}

const MARK: Readonly<Record<Use, string>> = { factor: 'F', pack: 'P', none: ' ' };

const WIDTHS = [10, 10, 9, 10, 9];

/** At most 88 columns: mark, figure, published, raw, distance, calibrated, distance. */
export function distanceText(rows: readonly Distance[], factors: ReadonlyMap<string, number>): string {
  const line = (mark: string, name: string, cells: readonly string[]): string =>
    `${mark} ${name.padEnd(37)}${cells.map((cell, i) => cell.padStart(WIDTHS[i]!)).join('')}`.trimEnd();
  return [
    'Distance to the published figures: June 2024, Flanders, private rent; euros a month.',
    'F chose a factor of the calibration, P is itself a number of the pack: neither is a',
    'validation. The others are told as they fall; 0 % where a band is met. First child: what',
    'it adds to the budget of a lone woman; student: to a couple. Where a sex is not told, the',
    'mean of both. Mean of a share: over the typical families of the pack that have the basket.',
    '',
    line(' ', '', ['published', 'raw', '', 'calibrated', '']),
    ...rows.map(({ figure, published, raw, calibrated }) =>
      line(MARK[figure.use], figure.name, [published, ...cells(raw), ...cells(calibrated)]),
    ),
    '',
    'Factors of be-calibrated:',
    ...[...factors].map(([basket, factor]) => `  ${basket.padEnd(14)} ${factor.toFixed(2)}`),
    '',
  ].join('\n');
}

const cells = ({ value, distance }: Side): readonly string[] => [value, distance];

function publishedText(figure: Figure, pack: Pack): string {
  const published = figure.published(pack);
  if (typeof published === 'number') return shown(figure, published);
  const [least, most] = published;
  if (least === null) return `≤ ${shown(figure, most ?? 0)}`;
  return most === null ? `> ${shown(figure, least)}` : `${least * 100}–${shown(figure, most)}`;
}

function side(figure: Figure, pack: Pack): Side {
  const value = figure.of(pack);
  return { value: shown(figure, value), distance: away(value, figure.published(pack)) };
}

/** Relative distance to a value, or to the nearer end of a band. */
function away(value: number, published: number | readonly [number | null, number | null]): string {
  const [least, most] = typeof published === 'number' ? [published, published] : published;
  const end = least !== null && value < least ? least : most !== null && value > most ? most : null;
  if (end === null) return '0 %';
  const percent = ((value - end) / end) * 100;
  if (Math.abs(percent) < 0.05) return '0.0 %';
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)} %`;
}

function shown({ unit }: Figure, value: number): string {
  if (unit === 'share') return `${(value * 100).toFixed(1).replace(/\.0$/, '')} %`;
  if (unit === 'ratio') return value.toFixed(2);
  const [whole = '', cents = ''] = value.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}
