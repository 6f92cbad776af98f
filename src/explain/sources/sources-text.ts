import type { Assessment } from '../../assessment/document.js';
import type { Pack } from '../../model/pack.js';
import type { BudgetSources, UsedSource } from '../../provenance/budget.js';
import { head } from '../balance/head.js';
import { disclaimer, qualityPart } from '../balance/quality.js';
import type { Language } from '../language.js';
import { monthText } from '../../calendar/month.js';
import type { Page } from '../balance/page.js';
import type { TextOptions } from '../balance/text.js';
import { heading, row, wrap } from '../words/columns.js';
import { isoDate } from '../words/dates.js';
import { labelOf } from '../words/names.js';
import { voiceOf } from '../words/voice.js';

/** Different prices of goods, and of rows of tariffs. */
interface Counted {
  readonly items: number;
  readonly tariffs: number;
  readonly total: number;
}

/** Where the numbers of a budget come from, as plain text: by status, by source, by line. Ends with a line feed. */
export function sourcesText(sources: BudgetSources, assessment: Assessment, pack: Pack, options: TextOptions): string {
  const width = Math.max(options.width ?? 80, 60);
  const page: Page = { voice: voiceOf(pack, options.lang, assessment.month), assessment, width, lines: false };
  const parts = [
    ...head(page),
    ...qualityPart(page),
    ...sourceList(page, sources.sources),
    ...lineList(page, sources),
    ...disclaimer(page),
  ];
  return `${parts.join('\n')}\n`;
}

/** How many different prices a pack rests on, in all its months: one line, without a line feed. */
export const countText = (pack: Pack, lang: Language, { items, tariffs, total }: Counted): string =>
  voiceOf(pack, lang, monthText(pack.model.pack.covers[1])).say('sources.count', { items, tariffs, total });

function sourceList({ voice, width }: Page, sources: readonly UsedSource[]): string[] {
  if (sources.length === 0) return [];
  const out = heading(width, voice.say('sources.list'));
  for (const source of sources) {
    const { title, publisher, seen, status, url } = source;
    const facts = [
      publisher,
      status === null ? null : voice.say(`status.${status}`),
      seen === null ? null : voice.say('sources.seen', { date: isoDate(voice.language, seen) }),
    ].filter((fact) => fact !== null);
    out.push(...wrap(title, width, 2, 4));
    if (facts.length > 0) out.push(...wrap(facts.join(', '), width, 4));
    if (url !== null) out.push(`    ${url}`);
    out.push(
      ...wrap(
        voice.say('sources.touches', { count: source.lines.length, amount: voice.money(source.touches) }),
        width,
        4,
      ),
    );
  }
  return out;
}

function lineList({ voice, assessment, width }: Page, { lines }: BudgetSources): string[] {
  const out = heading(width, voice.say('sources.lines'));
  for (const line of lines) {
    const words = [voice.money(line.need), voice.say(`status.${line.status.need}`)];
    out.push(...row(width, 2, labelOf(voice, line.id), words, [14, 13]));
    const titles = line.sources.length === 0 ? voice.say('sources.assumed') : line.sources.join(', ');
    if (assessment.needs.lines.some((one) => one.id === line.id && one.basis === 'reference'))
      out.push(...wrap(titles, width, 6));
  }
  return out;
}
