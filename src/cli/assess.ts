import { canonicalText, type Assessment } from '../assessment/document.js';
import { redacted, withoutInput } from '../assessment/redact.js';
import { readsTrace } from '../explain/balance/reads-trace.js';
import { toHtml, toMarkdown, toText } from '../explain/formats.js';
import { trialOf } from './assess-combinations.js';
import { assessOptions, type AssessCommand } from './assess-options.js';
import { tellBoth } from './both-ways.js';
import { FORMATS } from './formats.js';
import { languageOption } from './language-option.js';
import { monthNote } from './month-note.js';
import { oneOf } from './one-of.js';
import { openPack } from './open-pack.js';
import type { Outcome } from './outcome.js';
import { householdOf } from './read-household.js';
import { report } from './report.js';
import { incomeTrial, seriesTrial, whatIfTrial, type Trial } from './tried.js';
import { verifyNote } from './verify-note.js';
import type { Witness } from './witness.js';

const SHEETS = ['family', 'file', 'both'] as const;

/** `assess FILE`: the balance as text, as a report or as the JSON document, computed by both evaluators. */
export async function assessCommand(
  file: string,
  options: AssessCommand,
  colour: boolean,
  witness: Witness,
): Promise<Outcome> {
  const format = oneOf('format', options.format ?? 'text', FORMATS);
  const sheet = oneOf('sheet', options.sheet ?? 'both', SHEETS);
  const trialled = trialOf(options, format);
  const pack = await openPack(options);
  const lang = languageOption(options.lang, pack);
  const household = householdOf(file);
  if (trialled !== null) {
    const { options: chosen, from } = assessOptions(options, household, 'full');
    const trial = { pack, household, options: chosen, lang, format, lines: options.lines ?? false, witness };
    const { month } = chosen;
    const notes = options.months !== undefined || month === undefined ? '' : monthNote(pack, lang, from, month);
    return { exit: 0, out: await tried(trial, options), notes };
  }
  const isRead = format !== 'text' || readsTrace(pack, options.policy ?? null);
  const chosen = assessOptions(options, household, isRead ? 'full' : 'none');
  return tellBoth(pack, household, chosen.options, witness, ({ assessment, warnings }) => {
    const shown = reduced(assessment, options, pack.model);
    const month = monthNote(pack, lang, chosen.from, assessment.month);
    if (format === 'text')
      return { exit: 0, out: toText(shown, pack, { lang, lines: options.lines ?? false }), notes: month };
    if (format === 'html') return { exit: 0, out: toHtml(shown, pack, { lang, sheet }), notes: month };
    if (format === 'markdown') return { exit: 0, out: toMarkdown(shown, pack, { lang, sheet }), notes: month };
    const texts = new Map([[household.file, household.text]]);
    const isWhole = options.redact !== true && options.input !== false;
    const later = isWhole ? '' : verifyNote(pack, lang, assessment.month);
    return { exit: 0, out: canonicalText(shown), notes: month + report(warnings, texts, colour) + later };
  });
}

function tried(trial: Trial, { whatIf, income, months = '' }: AssessCommand): Promise<string> {
  if (whatIf !== undefined) return whatIfTrial(trial, whatIf);
  return income === undefined ? seriesTrial(trial, months) : incomeTrial(trial, income);
}

function reduced(assessment: Assessment, options: AssessCommand, model: Parameters<typeof redacted>[1]): Assessment {
  const less = options.redact === true ? redacted(assessment, model) : assessment;
  return options.input === false ? withoutInput(less) : less;
}
