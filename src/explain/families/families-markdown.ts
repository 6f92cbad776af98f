import type { Pack } from '../../model/pack.js';
import type { Language } from '../language.js';
import { valueWords } from '../words/names.js';
import { voiceOf } from '../words/voice.js';
import { familyName, shareWords, type FamilyPages } from './families-text.js';

/** The same table for a report: one Markdown table a place, then one of what a child adds. */
export function familiesMarkdown(pages: FamilyPages, pack: Pack, lang: Language): string {
  const voice = voiceOf(pack, lang, pages.month);
  const out = [`# ${voice.say('table.title', { month: voice.month(pages.month) })}`];
  for (const place of new Set(pages.rows.map((one) => one.place))) {
    const rows = pages.rows.filter((one) => one.place === place);
    if (place !== null && pages.split !== null) out.push(`## ${valueWords(voice, pages.split, place)}`);
    const baskets = pack.model.pack.baskets.filter((id) => rows.some((one) => one.baskets[id] !== undefined));
    out.push(
      table(
        ['', ...rows.map((one) => familyName(voice, one.family))],
        [
          ...baskets.map((id) => [
            voice.words(id, 'label') ?? id,
            ...rows.map((one) => voice.number(one.baskets[id] ?? '0')),
          ]),
          [voice.say('needs.total'), ...rows.map((one) => voice.number(one.total))],
          [voice.say('table.ratio'), ...rows.map((one) => voice.number(one.ratio))],
        ],
      ),
    );
  }
  const { family, costs } = pages.child;
  if (costs.length > 0) {
    out.push(`## ${voice.say('table.child', { family: familyName(voice, family) })}`);
    const heads = [voice.say('table.age'), voice.say('table.more'), voice.say('table.share')];
    out.push(
      table(
        heads,
        costs.map(({ age, month, share }) => [String(age), voice.money(month), shareWords(voice, share)]),
      ),
    );
  }
  out.push(`_${voice.say('table.note', { command: '`refbudget sources`' })}_`);
  return `${out.join('\n\n')}\n`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
