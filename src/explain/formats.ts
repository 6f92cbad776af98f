import type { Assessment } from '../assessment/document.js';
import type { Pack } from '../model/pack.js';
import type { Argument } from './argument/argument.js';
import { argumentHtml } from './argument/text/argument-html.js';
import { argumentMarkdown } from './argument/text/argument-markdown.js';
import { argumentText, type ArgumentOptions } from './argument/text/argument-text.js';
import { balanceText, type TextOptions } from './balance/text.js';
import { reportHtml, reportMarkdown } from './report/formats.js';
import type { ReportOptions } from './report/report.js';

/**
 * An assessment or an argument as plain text in 80 columns, for a terminal or a sheet of paper: of an assessment the balance, of an
 * argument its decisive reasons, or with `full` the whole derivation. Ends with a line feed.
 */
export function toText(assessment: Assessment, pack: Pack, options: TextOptions): string;
export function toText(argument: Argument, pack: Pack, options: ArgumentOptions): string;
export function toText(one: Assessment | Argument, pack: Pack, options: TextOptions & ArgumentOptions): string {
  return isArgument(one) ? argumentText(one, pack, options) : balanceText(one, pack, options);
}

/**
 * The report of an assessment, or an argument, as one self-contained HTML page, for the screen and for A4: no script, no request.
 * Assess with the full trace to have sources and what is behind each line. Text from the household or the pack is shown as text,
 * whatever it holds.
 */
export function toHtml(assessment: Assessment, pack: Pack, options: ReportOptions): string;
export function toHtml(argument: Argument, pack: Pack, options: ArgumentOptions): string;
export function toHtml(one: Assessment | Argument, pack: Pack, options: ReportOptions & ArgumentOptions): string {
  return isArgument(one) ? argumentHtml(one, pack, options) : reportHtml(one, pack, options);
}

/** The same as GitHub Markdown. */
export function toMarkdown(assessment: Assessment, pack: Pack, options: ReportOptions): string;
export function toMarkdown(argument: Argument, pack: Pack, options: ArgumentOptions): string;
export function toMarkdown(one: Assessment | Argument, pack: Pack, options: ReportOptions & ArgumentOptions): string {
  return isArgument(one) ? argumentMarkdown(one, pack, options) : reportMarkdown(one, pack, options);
}

function isArgument(one: Assessment | Argument): one is Argument {
  return 'question' in one;
}
