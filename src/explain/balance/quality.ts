import { heading, row, wrap } from '../words/columns.js';
import { forAll, grouped, groupId } from './grouped.js';
import { labelOf, nameWords, valueWords } from '../words/names.js';
import { isZero, ratio } from '../words/numbers.js';
import { withoutMark } from './notice.js';
import type { Page } from './page.js';
import type { Voice } from '../words/voice.js';
import { STATUSES } from '../../model/value.js';

/** Share of the budget that rests on each kind of source, and how old its prices are. */
export function qualityPart({ voice, assessment, width }: Page): string[] {
  const { quality, needs } = assessment;
  const out = heading(width, voice.say('quality.title'));
  for (const status of STATUSES) {
    const amount = quality.byStatus[status];
    if (isZero(amount) && status !== 'assumption') continue;
    const texts = [voice.money(amount), voice.tenths(ratio(amount, needs.need))];
    out.push(...row(width, 2, voice.say(`status.${status}`), texts, [14, 10]));
  }
  const share = voice.percent(ratio(quality.priceSourced, needs.need));
  out.push(...wrap(voice.say('quality.priced', { share }), width, 2));
  if (quality.oldestPrice !== null)
    out.push(...wrap(voice.say('quality.oldest', { month: voice.month(quality.oldestPrice) }), width, 2));
  if (quality.seriesBeyondEnd.length > 0) {
    const list = quality.seriesBeyondEnd.map((id) => labelOf(voice, id)).join(', ');
    out.push(...wrap(voice.say('quality.series', { list }), width, 2, 4));
  }
  return out;
}

/** Facts that nobody said and for which the pack's assumption was used: what is something first, what is nothing in one list. */
export function assumptionPart(page: Page): string[] {
  const { voice, assessment, width } = page;
  if (assessment.assumptions.length === 0) return [];
  const out = heading(width, voice.say('assumptions.title'));
  const groups = grouped(
    assessment.assumptions,
    (one) => one.name,
    (one) => one.value,
  ).map((group) => ({
    words: withoutMark(nameWords(voice, forAll(page, groupId(group)))),
    is: assumedWords(voice, group.name, group.entries[0]?.value ?? ''),
  }));
  for (const { words, is } of groups) if (is !== null) out.push(...wrap(`${words} → ${is}`, width, 2, 4));
  const nothing = groups.filter(({ is }) => is === null).map(({ words }) => words);
  if (nothing.length > 0)
    out.push(...wrap(voice.say('assumptions.nothing', { list: voice.row(nothing) }), width, 2, 4));
  return out;
}

/** An assumed value in words; null for what is nothing: `0.00`, `0 EUR/month`, `no`, a word that is said with "no". */
export function assumedWords(voice: Voice, name: string, value: string | null): string | null {
  if (value !== null && /^0(?:\.0+)?(?: |$)/.test(value)) return null;
  const words = valueWords(voice, name, value);
  return value === 'no' || words === voice.say('value.no') ? null : words;
}

/** How much of the need rests on assumptions: said under every balance. */
export function disclaimer({ voice, assessment, width }: Page): string[] {
  return ['', ...wrap(disclaimerWords(voice, assessment), width)];
}

export function disclaimerWords(voice: Page['voice'], { quality, needs }: Page['assessment']): string {
  return voice.say('disclaimer', { share: voice.percent(ratio(quality.byStatus.assumption, needs.need)) });
}
