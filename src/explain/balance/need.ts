import type { NeedLine } from '../../model/evaluation.js';
import { weaker, type Status } from '../../model/value.js';
import { heading, row, wrap } from '../words/columns.js';
import { labelOf } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import { MONEY, MONEY_AND_WORD, type Page } from './page.js';

/** Needs by basket, each with the weakest source of its numbers; unfolded, with every line. */
export function needPart(page: Page): string[] {
  const { voice, assessment, width, lines } = page;
  const { needs } = assessment;
  const heads = [voice.say('needs.reference'), voice.say('needs.need'), voice.say('needs.status')];
  const out = heading(width, voice.say('needs.title'), heads, MONEY_AND_WORD);
  if (needs.lines.length === 0) return [...out, ...wrap(voice.say('needs.none'), width, 2)];
  for (const basket of needs.baskets) {
    const inBasket = needs.lines.filter((line) => line.basket === basket.id && !line.optional);
    if (inBasket.length === 0) continue;
    const status = weakest(inBasket);
    const texts = [voice.money(basket.reference), voice.money(basket.need), voice.say(`status.${status}`)];
    out.push(...row(width, 2, labelOf(voice, basket.id), texts, MONEY_AND_WORD));
    if (lines) for (const line of inBasket) out.push(...lineRow(page, line));
  }
  const total = [voice.money(needs.reference), voice.money(needs.need)];
  const year = [voice.money(needs.year.reference), voice.money(needs.year.need)];
  out.push(...row(width, 2, voice.say('needs.total'), [...total, ''], MONEY_AND_WORD));
  out.push(...row(width, 2, voice.say('needs.year'), [...year, ''], MONEY_AND_WORD));
  return [...out, ...optionalRows(page)];
}

/** Fixed, living and reserve costs, and what the pack counts beside them. */
export function groupPart({ voice, assessment, width }: Page): string[] {
  const heads = [voice.say('needs.reference'), voice.say('needs.need')];
  const out = heading(width, voice.say('groups.title'), heads, MONEY);
  for (const group of ['fixed', 'living', 'reserve'] as const) {
    const pair = assessment.needs.groups[group];
    const texts = [voice.money(pair.reference), voice.money(pair.need)];
    out.push(...row(width, 2, voice.say(`group.${group}`), texts, MONEY));
  }
  return out;
}

/** Optional lines stand apart: they are in no sum. */
function optionalRows(page: Page): string[] {
  const optional = page.assessment.needs.lines.filter((line) => line.optional);
  if (optional.length === 0) return [];
  return [...wrap(page.voice.say('needs.optional'), page.width, 2), ...optional.flatMap((line) => lineRow(page, line))];
}

function lineRow({ voice, width }: Page, line: NeedLine): string[] {
  const sign = (amount: string): string =>
    line.credit && !isZero(amount) ? `−${voice.money(amount)}` : voice.money(amount);
  const basis = line.basis === 'reference' ? voice.say(`status.${line.status.need}`) : voice.say(`basis.${line.basis}`);
  const label = labelOf(voice, line.id);
  return row(width, 4, label, [sign(line.reference), sign(line.need), basis], MONEY_AND_WORD);
}

function weakest(lines: readonly NeedLine[]): Status {
  const counted = lines.filter((line) => !isZero(line.need));
  return counted.reduce<Status>((status, line) => weaker(status, line.status.need), 'given');
}
