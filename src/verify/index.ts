/** refbudget/verify: recompute a document with json-rules-engine and decimals, trusting nobody. */
export type { ExportedRules } from '../reference/engine/export.js';
export { assessByReference } from './assess-by-reference.js';
export type { Check, Finding, Verification } from './finding.js';
export { toJsonRulesEngine } from './to-json-rules-engine.js';
export { verify, verifyText, type VerifyOptions } from './verify.js';
