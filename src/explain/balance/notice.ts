import { heading, wrap } from '../words/columns.js';
import { labelOf, nameWords, quantityWords, splitAt, unitOf, valueWords } from '../words/names.js';
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
  'not-asked': 'warning.not-asked',
};

/** What the reader of a household should look at again. */
export function warningPart({ voice, assessment, width }: Page): string[] {
  if (assessment.warnings.length === 0) return [];
  const all = assessment.warnings.map((warning) => warningWords(voice, warning));
  return [...heading(width, voice.say('warnings.title')), ...all.flatMap((one) => wrap(`· ${one}`, width, 2, 4))];
}

export function warningWords(voice: Voice, { code, names }: Page['assessment']['warnings'][number]): string {
  const key = KNOWN[code];
  const wordsOf = (name: string): string => withoutMark(nameWords(voice, name));
  const [first = '', second = ''] = code === 'renamed' ? names : names.map(wordsOf);
  if (key === undefined) return `${code}: ${names.join(', ')}`;
  const words = voice.say(key, { name: first, second });
  const usual = code === 'implausible' ? usualWords(voice, names[0] ?? '') : null;
  return usual === null ? words : `${words} ${usual}`;
}

/** What the pack calls usual: `Usually from €5,000 to €60,000 a year.`; null where it has one end only. */
function usualWords(voice: Voice, name: string): string | null {
  const { facts, bills, incomes } = voice.pack.model;
  const id = splitAt(name).name;
  const isIt = (one: { readonly id: string }): boolean => one.id === id;
  const { from = null, below = null } = [...facts, ...bills, ...incomes].find(isIt)?.plausible ?? {};
  if (from === null || below === null) return null;
  const unit = facts.some(isIt) ? unitOf(voice, id) : `${voice.currency}/month`;
  return voice.say('warning.usual', { from: voice.number(from, 6), below: quantityWords(voice, below, unit) });
}

/** A question as the name of what it asks: without its mark. */
export function withoutMark(words: string): string {
  return words.replace(/\u00a0?\?(?= \(|$)/, '');
}
