import type { AidBesideWage } from '../../comparison/incomes/aid-beside-wage.js';
import type { NeededIncome } from '../../comparison/incomes/needed-income.js';
import type { Series } from '../../comparison/series.js';
import type { Comparison } from '../../comparison/shapes.js';
import type { WhatIf } from '../../comparison/what-if/what-if.js';
import type { Pack } from '../../model/pack.js';
import type { Language } from '../language.js';
import { comparisonSheet, type ComparisonOptions } from './comparison-sheet.js';
import { incomeSheet } from './income-sheet.js';
import { seriesSheet } from './series-sheet.js';
import { sheetMarkdown } from './sheet-markdown.js';
import { sheetText } from './sheet-text.js';
import { whatIfSheet } from './what-if-sheet.js';
import type { Sheet } from './sheet.js';

/** How a sheet is set. */
export interface Setting {
  readonly format?: 'text' | 'markdown';
}

/** Two results side by side in words, text in 80 columns or Markdown. Ends with a line feed. */
export function comparisonText(comparison: Comparison, pack: Pack, options: ComparisonOptions & Setting): string {
  return set(comparisonSheet(comparison, pack, options), options);
}

/** What a change would do. */
export function whatIfText(tried: WhatIf, pack: Pack, options: ComparisonOptions & Setting): string {
  return set(whatIfSheet(tried, pack, options), options);
}

/** How much of an income is enough, and whether work pays. */
export function incomeText(
  needed: NeededIncome,
  wage: AidBesideWage,
  pack: Pack,
  options: { readonly lang: Language } & Setting,
): string {
  return set(incomeSheet(needed, wage, pack, options), options);
}

/** A household month by month. */
export function seriesText(series: Series, pack: Pack, options: { readonly lang: Language } & Setting): string {
  return set(seriesSheet(series, pack, options), options);
}

function set(sheet: Sheet, { format = 'text' }: Setting): string {
  return format === 'text' ? sheetText(sheet) : sheetMarkdown(sheet);
}
