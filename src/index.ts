/**
 * refbudget: assess a household against a pack of reference budgets. Pure and synchronous: no file, no clock, no network.
 * Packs come from `refbudget/be` (ready made) or `refbudget/load` (from YAML).
 */
export { assess, prepare, safeAssess, type Assessor } from './assessment/assess.js';
export type { Assessment } from './assessment/document.js';
export { canonicalText } from './assessment/document.js';
export type { Options } from './assessment/options.js';
export { redacted, withoutInput } from './assessment/redact.js';
export type { Month } from './calendar/month.js';
export { compare } from './comparison/compare.js';
export { series, type Series } from './comparison/series.js';
export type { Cause, ChangeGroup, Comparison, LineChange } from './comparison/shapes.js';
export { aidBesideWage, type AidBesideWage } from './comparison/incomes/aid-beside-wage.js';
export { neededIncome, type NeededIncome } from './comparison/incomes/needed-income.js';
export { whatIf, type WhatIf } from './comparison/what-if/what-if.js';
export { nextQuestions, type NextQuestions, type Question } from './dialogue/next-questions.js';
export type { Sums } from './assessment/sums.js';
export { why, whyNot, type Argument } from './explain/argument/why.js';
export type { HouseholdInput } from './household/household-input.js';
export { householdSchema } from './household/schema.js';
export { RefbudgetError, type Diagnostic, type Result } from './model/diagnostic.js';
export type { Money } from './model/value.js';
export type { Pack } from './model/pack.js';
/** Names a line of a budget: `food.daily@tom`, `housing.rent`. */
export type LineId = string;
