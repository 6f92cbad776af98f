import type { AidBesideWage } from '../../comparison/incomes/aid-beside-wage.js';
import type { NeededIncome } from '../../comparison/incomes/needed-income.js';
import type { Series } from '../../comparison/series.js';
import type { Comparison } from '../../comparison/shapes.js';
import type { WhatIf } from '../../comparison/what-if/what-if.js';
import type { Pack } from '../../model/pack.js';
import type { Language } from '../language.js';
import { pageOf } from '../report/html/page.js';
import { voiceOf } from '../words/voice.js';
import { comparisonSheet, type ComparisonOptions } from './comparison-sheet.js';
import { incomeView } from './income-view.js';
import { seriesView } from './series-view.js';
import { sheetView } from './sheet-view.js';
import { whatIfSheet } from './what-if-sheet.js';

type PageOptions = Omit<ComparisonOptions, 'lines' | 'onPage'>;

/**
 * How much of an income is enough, and whether work pays, as one self-contained HTML page: a line chart, and its numbers as a
 * table. For the screen and for A4; no script, no request.
 */
export function incomeHtml(
  needed: NeededIncome,
  wage: AidBesideWage,
  pack: Pack,
  options: { readonly lang: Language },
): string {
  return pageOf(incomeView(needed, wage, pack, options));
}

/** A household month by month as one self-contained HTML page: tables with small lines. Months must not be empty. */
export function seriesHtml(series: Series, pack: Pack, options: { readonly lang: Language }): string {
  return pageOf(seriesView(series, pack, options));
}

/** Two results side by side as one self-contained HTML page: the sums, then each reason with every line it moved. */
export function comparisonHtml(comparison: Comparison, pack: Pack, options: PageOptions): string {
  const voice = voiceOf(pack, options.lang, comparison.right.month);
  return pageOf(sheetView(voice, 'difference', comparisonSheet(comparison, pack, { ...options, onPage: true })));
}

/** What a change would do, as one self-contained HTML page. */
export function whatIfHtml(tried: WhatIf, pack: Pack, options: PageOptions): string {
  const voice = voiceOf(pack, options.lang, tried.comparison.right.month);
  return pageOf(sheetView(voice, 'difference', whatIfSheet(tried, pack, { ...options, onPage: true })));
}
