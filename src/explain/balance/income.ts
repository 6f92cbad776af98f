import { heading, row, wrap } from '../words/columns.js';
import { exemptLines } from './exempt-lines.js';
import { forAll, grouped, groupId } from './grouped.js';
import { labelOf } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import { MONEY, type Page } from './page.js';

/** Incomes: what comes in, and what of it counts here. What nobody said is told in one sentence. */
export function incomePart(page: Page): string[] {
  const { voice, assessment, width } = page;
  const { incomes } = assessment;
  const said = incomes.lines.filter((line) => !(line.open && isZero(line.given)));
  const open = incomes.lines.filter((line) => line.open && isZero(line.given));
  const out = heading(
    width,
    voice.say('incomes.title'),
    [voice.say('incomes.given'), voice.say('incomes.counted')],
    MONEY,
  );
  for (const line of said)
    out.push(...row(width, 2, labelOf(voice, line.id), [voice.money(line.given), voice.money(line.counted)], MONEY));
  if (said.length === 0 && open.length === 0) out.push(...wrap(voice.say('incomes.none'), width, 2));
  if (said.length > 0) {
    const total = [voice.money(incomes.given), voice.money(incomes.counted)];
    out.push(...row(width, 2, voice.say('incomes.total'), total, MONEY));
  }
  for (const sentence of exemptLines(voice, assessment)) out.push(...wrap(sentence, width, 2, 4));
  if (open.length > 0) {
    const list = grouped(open, (line) => line.id)
      .map((group) => labelOf(voice, forAll(page, groupId(group))))
      .join(', ');
    out.push(...wrap(voice.say('incomes.open', { list }), width, 2));
  }
  return out;
}
