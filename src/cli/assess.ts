import { canonicalText, type Assessment } from '../assessment/document.js';
import { redacted, withoutInput } from '../assessment/redact.js';
import { toText } from '../explain/balance/text.js';
import { assessOptions, type AssessOptions } from './assess-options.js';
import { assessBoth } from './both-ways.js';
import { languageOption } from './language-option.js';
import { openPack } from './open-pack.js';
import { badOption, type Outcome } from './outcome.js';
import { householdOf } from './read-household.js';
import { report } from './report.js';

export interface AssessCommand extends AssessOptions {
  readonly lang?: string | undefined;
  readonly format?: string | undefined;
  readonly lines?: boolean | undefined;
  readonly input?: boolean | undefined;
  readonly redact?: boolean | undefined;
}

/** `assess FILE`: the balance as text or as the JSON document, computed by both evaluators. */
export async function assessCommand(file: string, options: AssessCommand, colour: boolean): Promise<Outcome> {
  const format = options.format ?? 'text';
  if (format !== 'text' && format !== 'json')
    throw badOption(`--format: "${format}" is not known`, 'Choose text or json.');
  const { pack } = await openPack(options);
  const lang = languageOption(options.lang, pack);
  const household = householdOf(file);
  const chosen = assessOptions(options, household, format === 'json' ? 'full' : 'none');
  const { assessment, warnings } = await assessBoth(pack, household, chosen.options);
  const shown = reduced(assessment, options, pack.model);
  const month = `${chosen.note}: ${assessment.month}.\n`;
  if (format === 'text')
    return { exit: 0, out: toText(shown, pack, { lang, lines: options.lines ?? false }), notes: month };
  const texts = new Map([[household.file, household.text]]);
  return { exit: 0, out: canonicalText(shown), notes: month + report(warnings, texts, colour) + laterNote(options) };
}

function reduced(assessment: Assessment, options: AssessCommand, model: Parameters<typeof redacted>[1]): Assessment {
  const less = options.redact === true ? redacted(assessment, model) : assessment;
  return options.input === false ? withoutInput(less) : less;
}

function laterNote(options: AssessCommand): string {
  if (options.redact !== true && options.input !== false) return '';
  return 'This document is verified together with its household: refbudget verify FILE.json --household FILE.\n';
}
