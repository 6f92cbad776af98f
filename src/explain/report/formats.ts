import type { Assessment } from '../../assessment/document.js';
import type { Pack } from '../../model/pack.js';
import { pageOf } from './html/page.js';
import { markdownOf } from './markdown/markdown.js';
import { reportView, type ReportOptions } from './report.js';

/**
 * The report as one self-contained HTML page, for the screen and for A4: no script, no request. Assess with the full trace
 * to have sources and what is behind each line. Text from the household or the pack is shown as text, whatever it holds.
 */
export function reportHtml(assessment: Assessment, pack: Pack, options: ReportOptions): string {
  return pageOf(reportView(assessment, pack, options));
}

/** The same report as GitHub Markdown. */
export function reportMarkdown(assessment: Assessment, pack: Pack, options: ReportOptions): string {
  return markdownOf(reportView(assessment, pack, options));
}
