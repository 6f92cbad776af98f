import { notAsked } from '../../assessment/not-asked.js';
import { heading, wrap } from '../words/columns.js';
import { labelOf, nameWords, splitAt, valueWords } from '../words/names.js';
import { noticeValues } from './notice-values.js';
import type { Page } from './page.js';
import type { WordKey } from '../language.js';
import type { Voice } from '../words/voice.js';

/** Hints of the pack for the conversation. */
export function noticePart({ voice, assessment, width }: Page): string[] {
  if (assessment.notices.length === 0) return [];
  const out = heading(width, voice.say('notices.title'));
  for (const { id } of assessment.notices) {
    const { name, person } = splitAt(id);
    const text =
      voice.words(name, 'text', undefined, noticeValues(assessment, voice.pack.model, id)) ?? labelOf(voice, name);
    out.push(...wrap(`· ${text}${person === null ? '' : ` (${person})`}`, width, 2, 4));
  }
  return out;
}

/** A worker's judgements, each beside what was computed. */
export function overridePart({ voice, assessment, width }: Page): string[] {
  if (assessment.overrides.length === 0) return [];
  const out = heading(width, voice.say('overrides.title'));
  for (const { target, computed, is, reason, by } of assessment.overrides) {
    const values = {
      name: withoutMark(nameWords(voice, target)),
      is: overridden(voice, target, is),
      computed: overridden(voice, target, computed),
      reason: reason.replace(/\.$/, ''),
      by,
    };
    out.push(...wrap(voice.say('overrides.line', values), width, 2, 4));
  }
  return out;
}

/** A line's amount as money, a name's value as its words. */
export function overridden(voice: Voice, target: string, value: string | null): string {
  const isLine = voice.pack.model.needs.some((need) => need.id === splitAt(target).name);
  return isLine && value !== null ? voice.money(value) : valueWords(voice, target, value);
}

const KNOWN: Readonly<Record<string, WordKey>> = {
  implausible: 'warning.implausible',
  renamed: 'warning.renamed',
  'child-older': 'warning.child-older',
  'bill-not-used': 'warning.bill-not-used',
};

/** What the reader of a household should look at again. */
export function warningPart({ voice, assessment, width }: Page): string[] {
  const unasked = notAsked(assessment);
  if (assessment.warnings.length === 0 && unasked.length === 0) return [];
  const out = heading(width, voice.say('warnings.title'));
  for (const warning of assessment.warnings) out.push(...wrap(`· ${warningWords(voice, warning)}`, width, 2, 4));
  for (const id of unasked)
    out.push(...wrap(`· ${voice.say('warning.not-asked', { name: withoutMark(nameWords(voice, id)) })}`, width, 2, 4));
  return out;
}

export function warningWords(voice: Voice, { code, names }: Page['assessment']['warnings'][number]): string {
  const key = KNOWN[code];
  const [first = '', second = ''] = code === 'renamed' ? names : names.map((name) => nameWords(voice, name));
  return key === undefined ? `${code}: ${names.join(', ')}` : voice.say(key, { name: first, second });
}

/** A question as the name of what it asks: without its mark. */
export function withoutMark(words: string): string {
  return words.replace(/\u00a0?\?(?= \(|$)/, '');
}
