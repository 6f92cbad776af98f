import { monthIndex } from '../calendar/month.js';
import type { Diagnostic, Result } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';
import { assemble } from './reading/assemble.js';
import { runChecks, runEarlyChecks } from './checks/index.js';
import { deepFreeze } from './linking/freeze.js';
import { link } from './linking/link.js';
import type { Linked, LoadOptions, SourceText } from './linked.js';
import { createReport, inOrderOfPlace } from './report.js';

export type { LoadOptions, SourceText } from './linked.js';

/**
 * Reads and links the files of a pack, and of what an overlay lies on, for `check` and `test`: the model with all that checks,
 * scenarios and words need. Paths are relative to the knowledge root (`baskets/be/food.yaml`). All mistakes come at once, in
 * order of file and line; of a pack that does not link, those of the deeper checks that need no more than what did.
 */
export function loadLinked(sources: readonly SourceText[], options: LoadOptions = {}): Result<Linked> {
  const report = createReport();
  const asOf = options.asOf === undefined ? null : monthIndex(options.asOf);
  if (options.asOf !== undefined && asOf === null) {
    const nowhere = { file: sources[0]?.file ?? '', line: 1, column: 1 };
    report.error('wrong-month', nowhere, `${options.asOf} is no month`, 'Write 2026-11.');
  }
  const assembled = assemble(sources, options.pack, report);
  const linked = assembled === null ? null : link(assembled, report);
  if (linked !== null) {
    const found = hasErrors(report.findings)
      ? runEarlyChecks(linked)
      : runChecks(linked, { asOf: asOf ?? linked.model.pack.covers[1] });
    report.findings.push(...found);
  }
  const findings = inOrderOfPlace(report.findings);
  if (linked === null || hasErrors(findings)) return { ok: false, errors: findings };
  return { ok: true, value: deepFreeze(linked), warnings: findings };
}

/**
 * Reads and links the files of a pack, those of what an overlay lies on included. All mistakes come at once, in order of file
 * and line, each with what to do; nothing is thrown. The pack is frozen.
 */
export function loadPack(sources: readonly SourceText[], options: LoadOptions = {}): Result<Pack> {
  const result = loadLinked(sources, options);
  if (!result.ok) return result;
  const { model, texts, places, families, digest } = result.value;
  return { ok: true, value: Object.freeze({ model, texts, places, families, digest }), warnings: result.warnings };
}

function hasErrors(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
