import type { Diagnostic } from '../model/diagnostic.js';
import { counted } from './counted.js';
import { openLinked, type OpenLinked } from './open-linked.js';
import type { PackOptions } from './options.js';
import type { Exit, Outcome } from './outcome.js';
import { report } from './report.js';

export interface CheckCommand extends PackOptions {
  readonly strict?: boolean | undefined;
}

/** `check`: everything that is wrong in the files of a root; with `--strict`, a warning is wrong too. */
export async function checkCommand(options: CheckCommand, colour: boolean): Promise<Outcome> {
  let out = '';
  let notes = '';
  let exit: Exit = 0;
  for (const opened of await openLinked(options)) {
    if (!opened.ok) {
      const findings = opened.refusal.diagnostics.filter(isFinding);
      notes += `${report(findings, opened.refusal.texts, colour)}${totals(findings)}\n`;
      exit = opened.refusal.exit > exit ? opened.refusal.exit : exit;
      continue;
    }
    const findings = opened.pack.warnings.filter(isFinding);
    notes += report(findings, opened.pack.texts, colour);
    notes += drafts(opened.pack);
    if (options.strict === true && findings.length > 0) {
      notes += `${counted(findings.length, 'warning')}\n`;
      if (exit === 0) exit = 1;
    }
    out += summary(opened.pack);
  }
  return { exit, out, notes };
}

/** `2 errors, 1 warning` */
function totals(findings: readonly Diagnostic[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return [counted(errors, 'error'), ...(warnings === 0 ? [] : [counted(warnings, 'warning')])].join(', ');
}

/** A text that only a machine has translated is a state of the text, not a mistake in the files: it is listed apart. */
const isFinding = ({ code }: Diagnostic): boolean => code !== 'draft-text';

function drafts({ id, warnings }: OpenLinked): string {
  const lines = warnings.filter((warning) => !isFinding(warning)).map(({ message }) => `  ${message}\n`);
  return lines.length === 0 ? '' : `${id}: drafts that a person should read, no findings\n${lines.join('')}`;
}

function summary({ id, linked, warnings, fileCount }: OpenLinked): string {
  const { model } = linked;
  const counts = [
    counted(fileCount, 'file'),
    counted(model.needs.length, 'need'),
    counted(model.derived.length, 'derived fact'),
    counted(model.tables.length, 'table'),
    counted(model.levers.length, 'lever'),
    counted(linked.scenarios.length, 'scenario'),
  ];
  const findings = warnings.filter(isFinding).length;
  const found = findings === 0 ? 'nothing to tell' : counted(findings, 'warning');
  return `${id} ${model.pack.version}: ${counts.join(', ')}; no errors, ${found}.\n`;
}
