/** refbudget/explain: a result in plain words, in four languages. */
export type { Answer, Argument, Change, Derivation } from './argument/argument.js';
export type { Named } from './argument/named.js';
export type { Bound, Needed, Quantity } from './argument/reading-shape.js';
export type { Reading } from './argument/reasons/reason-shape.js';
export type { Reason } from './argument/reasons/reason-shape.js';
export type { ArgumentOptions } from './argument/text/argument-text.js';
export { why, whyNot, type WhyOptions } from './argument/why.js';
export { LANGUAGES, type Language } from './language.js';
export { AUDIENCES, type Audience } from './words/audience.js';
export type { TextOptions } from './balance/text.js';
export { toHtml, toMarkdown, toText } from './formats.js';
export { reportView, type ReportOptions } from './report/report.js';
export type { ReportView } from './report/view.js';
export { comparisonHtml, incomeHtml, seriesHtml, whatIfHtml } from './comparison/pages.js';
export { comparisonText, incomeText, seriesText, whatIfText } from './comparison/texts.js';
