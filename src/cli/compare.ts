import type { Assessment } from '../assessment/document.js';
import { agesOf } from '../comparison/ages.js';
import { compare } from '../comparison/compare.js';
import { comparisonHtml } from '../explain/comparison/pages.js';
import { comparisonText } from '../explain/comparison/texts.js';
import { labelOf } from '../explain/words/names.js';
import { voiceOf } from '../explain/words/voice.js';
import type { Pack } from '../model/pack.js';
import { assessOptions, type AssessOptions } from './assess-options.js';
import { assessBoth } from './both-ways.js';
import { documentOf, isDocument } from './compare-document.js';
import { FORMATS } from './formats.js';
import { languageOption } from './language-option.js';
import { openPack } from './open-pack.js';
import { monthNote } from './month-note.js';
import { oneOf } from './one-of.js';
import type { TellingOptions } from './options.js';
import { badOption, type Outcome } from './outcome.js';
import { householdOf } from './read-household.js';
import type { Witness } from './witness.js';

export interface CompareCommand extends Omit<AssessOptions, 'levers' | 'trace'>, TellingOptions {
  readonly lines?: boolean | undefined;
  readonly months?: string | undefined;
  readonly policies?: string | undefined;
  readonly packs?: string | undefined;
}

/** One side of a comparison, assessed, and what it is called; null = by its month. */
interface Compared {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly name: string | null;
  /** Where its month is from, unless the household says it. */
  readonly note: string;
}

/** `compare A [B]`: two households, or one at two months, under two policies or packs; or two documents. */
export async function compareCommand(
  file: string,
  other: string | undefined,
  options: CompareCommand,
  witness: Witness,
): Promise<Outcome> {
  const format = oneOf('format', options.format ?? 'text', FORMATS);
  if (options.lines === true && format === 'html')
    throw badOption('--lines unfolds the text; html has every line', 'Leave out --lines.');
  const [left, right] = await sides(file, other, options, witness);
  const lang = languageOption(options.lang, left.pack);
  const comparison = compare(left.pack, left.assessment, right.assessment, right.pack);
  const notes = options.months === undefined ? [...new Set([left.note, right.note])].join('') : '';
  if (format === 'json') return { exit: 0, out: `${JSON.stringify(comparison, null, 2)}\n`, notes };
  const voice = voiceOf(right.pack, lang, right.assessment.month);
  const called = ({ name, assessment }: Compared): string => name ?? voice.month(assessment.month);
  const policies = options.policies !== undefined;
  const names = [left, right].map((side) => (policies ? labelOf(voice, called(side)) : called(side)));
  const words = {
    lang,
    names: { left: names[0] ?? '', right: names[1] ?? '' },
    ...(options.months === undefined ? {} : { ages: agesOf(right.assessment.input) }),
  };
  const out =
    format === 'html'
      ? comparisonHtml(comparison, right.pack, words)
      : comparisonText(comparison, right.pack, { ...words, format, lines: options.lines ?? false });
  return { exit: 0, out, notes };
}

async function sides(
  file: string,
  other: string | undefined,
  options: CompareCommand,
  witness: Witness,
): Promise<readonly [Compared, Compared]> {
  const months = pairOf('months', options.months);
  const policies = pairOf('policies', options.policies);
  const packs = pairOf('packs', options.packs);
  const chosen = [other, months, policies, packs].filter((one) => one !== undefined).length;
  if (chosen !== 1)
    throw badOption(
      chosen === 0 ? 'compare with what?' : 'one difference at a time',
      'Give a second file, or one of --months A,B, --policies A,B, --packs A,B.',
    );
  mustBeAssessedHere([file, ...(other === undefined ? [] : [other])], options);
  const second = other ?? file;
  const side = (at: 0 | 1): Promise<Compared> => {
    const own: CompareCommand = {
      ...options,
      ...(months === undefined ? {} : { month: months[at] }),
      ...(policies === undefined ? {} : { policy: policies[at] === 'none' ? undefined : policies[at] }),
      ...(packs === undefined ? {} : { pack: packs[at] }),
    };
    const name = other === undefined ? (policies?.[at] ?? packs?.[at] ?? null) : at === 0 ? file : other;
    return sideOf(at === 0 ? file : second, own, name, witness);
  };
  return [await side(0), await side(1)];
}

/** A document was assessed already: no month, policy or pack changes it. */
function mustBeAssessedHere(files: readonly string[], options: CompareCommand): void {
  const given = (['months', 'policies', 'packs', 'month', 'policy'] as const).find((one) => options[one] !== undefined);
  if (given === undefined || !files.every(isDocument)) return;
  const said = `--${given} says nothing about what is assessed already: ${files.join(', ')}`;
  throw badOption(said, `Name the household's file, or leave out --${given}.`);
}

async function sideOf(file: string, options: CompareCommand, name: string | null, witness: Witness): Promise<Compared> {
  const pack = await openPack(options);
  if (isDocument(file)) return { pack, assessment: await documentOf(file, pack), name, note: '' };
  const household = householdOf(file);
  const chosen = assessOptions({ ...options, levers: 'none', trace: 'full' }, household, 'full');
  const { assessment } = await assessBoth(pack, household, chosen.options, witness);
  const lang = languageOption(options.lang, pack);
  const note = chosen.options.month === undefined ? '' : monthNote(pack, lang, chosen.from, assessment.month);
  return { pack, assessment, name, note };
}

/** `A,B` of an option; exit code 2 for anything else. */
function pairOf(option: string, text: string | undefined): readonly [string, string] | undefined {
  if (text === undefined) return undefined;
  const [left = '', right = '', ...more] = text.split(',').map((part) => part.trim());
  if (left === '' || right === '' || more.length > 0)
    throw badOption(`--${option}: "${text}" is no pair`, 'Write two, with a comma between them.');
  return [left, right];
}
