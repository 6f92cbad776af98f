/** refbudget/explain: a result in plain words, in four languages. */
export type { Argument, Derivation, Obstacle } from './argument/argument.js';
export { argumentText, type ArgumentOptions } from './argument/argument-text.js';
export { LANGUAGES, type Language } from './language.js';
export { toText, type TextOptions } from './balance/text.js';
export { why, whyNot } from './argument/why.js';
