/** refbudget/explain: a result in plain words, in four languages. */
export type { Argument, Derivation, Obstacle } from './argument/argument.js';
export { argumentText, type ArgumentOptions } from './argument/argument-text.js';
export { LANGUAGES, type Language } from './language.js';
export { toText, type TextOptions } from './balance/text.js';
export { toHtml, toMarkdown } from './report/formats.js';
export { reportView, type ReportOptions } from './report/report.js';
export type { ReportView } from './report/view.js';
export { why, whyNot } from './argument/why.js';
