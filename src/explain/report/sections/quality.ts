import type { UsedSource } from '../../../provenance/budget.js';
import { disclaimerWords } from '../../balance/quality.js';
import { STATUSES } from '../../../model/value.js';
import { isoDate } from '../../words/dates.js';
import { labelOf } from '../../words/names.js';
import { isZero, ratio } from '../../words/numbers.js';
import type { Context } from '../context.js';
import type { Block, Section } from '../view.js';

/** How much of the budget rests on each kind of source, how old its prices are, and that it decides nothing. */
export function quality({ voice, assessment, audience }: Context): Section {
  const { quality: of, needs } = assessment;
  const title = voice.say('quality.title');
  const statuses = STATUSES.filter((status) => !isZero(of.byStatus[status]) || status === 'assumption');
  const rows = statuses.map((status) => ({
    cells: [
      voice.say(`status.${status}`),
      voice.money(of.byStatus[status]),
      voice.tenths(ratio(of.byStatus[status], needs.need)),
    ],
    tone: status,
  }));
  const blocks: Block[] = [
    { kind: 'text', tone: 'strong', text: disclaimerWords(voice, assessment) },
    { kind: 'shares', parts: statuses.map((status) => ({ value: Number(of.byStatus[status]), tone: status })) },
    { kind: 'table', caption: title, heads: ['', voice.say('report.month'), voice.say('report.share')], rows },
  ];
  if (audience === 'file') {
    blocks.push({
      kind: 'text',
      text: voice.say('quality.priced', { share: voice.percent(ratio(of.priceSourced, needs.need)) }),
    });
    if (of.oldestPrice !== null)
      blocks.push({ kind: 'text', text: voice.say('quality.oldest', { month: voice.month(of.oldestPrice) }) });
    if (of.seriesBeyondEnd.length > 0) {
      const list = of.seriesBeyondEnd.map((id) => labelOf(voice, id)).join(', ');
      blocks.push({ kind: 'text', text: voice.say('quality.series', { list }) });
    }
  }
  return { id: 'quality', title, blocks };
}

/** For the file: the sources with a part in the budget, with status and date. */
export function sources({ voice, sources: found }: Context): Section | null {
  if (found === null || found.sources.length === 0) return null;
  const title = voice.say('sources.list');
  const rows = found.sources.map((source) => ({
    cells: [
      [source.title, source.publisher].filter((word) => word !== null).join(', '),
      source.status === null ? '' : voice.say(`status.${source.status}`),
      source.seen === null ? '' : isoDate(voice.language, source.seen),
      String(source.lines.length),
      voice.money(source.touches),
    ],
    ...urlOf(source),
  }));
  const heads = [
    '',
    voice.say('needs.status'),
    voice.say('report.seen'),
    voice.say('report.part'),
    voice.say('report.month'),
  ];
  return { id: 'sources', title, blocks: [{ kind: 'table', caption: title, heads, words: [1, 2], rows }] };
}

/** Only what leads to a page; anything else in a source's address stays out of a link. */
function urlOf({ url }: UsedSource): { readonly url?: string } {
  return url !== null && /^https?:\/\/[^\s"'<>\\]+$/i.test(url) ? { url } : {};
}
