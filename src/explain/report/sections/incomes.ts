import { exemptLines } from '../../balance/exempt-lines.js';
import { grouped, groupId } from '../../balance/grouped.js';
import { labelOf } from '../../words/names.js';
import { isZero } from '../../words/numbers.js';
import { told, type Context } from '../context.js';
import type { Block, Section } from '../view.js';

/** What comes in, and what of it counts here. */
export function incomes(context: Context): Section {
  const { voice, assessment } = context;
  const { lines, given, counted } = assessment.incomes;
  const said = lines.filter((line) => !(line.open && isZero(line.given)));
  const open = lines.filter((line) => line.open && isZero(line.given));
  const title = voice.say('incomes.title');
  const blocks: Block[] = [];
  if (said.length > 0)
    blocks.push({
      kind: 'table',
      caption: title,
      heads: ['', voice.say('incomes.given'), voice.say('incomes.counted')],
      rows: [
        ...said.map((line) => ({
          cells: [labelOf(voice, told(context, line.id)), voice.money(line.given), voice.money(line.counted)],
        })),
        { cells: [voice.say('incomes.total'), voice.money(given), voice.money(counted)], total: true },
      ],
    });
  else if (open.length === 0) blocks.push({ kind: 'text', text: voice.say('incomes.none') });
  for (const text of exemptLines(voice, assessment, (id) => told(context, id)))
    blocks.push({ kind: 'text', tone: 'note', text });
  if (open.length > 0) {
    const list = grouped(open, (line) => line.id).map((group) => labelOf(voice, told(context, groupId(group))));
    blocks.push({ kind: 'text', tone: 'note', text: voice.say('incomes.open', { list: list.join(', ') }) });
  }
  return { id: 'incomes', title, blocks };
}
