import type { ChildCost } from '../../families/child-cost.js';
import type { FamilyRow } from '../../families/table.js';
import type { Pack } from '../../model/pack.js';
import type { Language } from '../language.js';
import { heading, row, rule, wrap } from '../words/columns.js';
import { valueWords } from '../words/names.js';
import { ratio } from '../words/numbers.js';
import { voiceOf, type Voice } from '../words/voice.js';

/** Everything that is printed of the typical families of a pack. */
export interface FamilyPages {
  readonly month: string;
  /** The fact by which the table is split; null when it is not. */
  readonly split: string | null;
  readonly rows: readonly FamilyRow[];
  readonly child: { readonly family: string; readonly costs: readonly ChildCost[] };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CELL = 9;
const SIDE_BY_SIDE = 6;

/** Families × baskets as plain text in 80 columns: a block a place, families as lettered columns, then what a child adds. */
export function familiesText(pages: FamilyPages, pack: Pack, lang: Language): string {
  const voice = voiceOf(pack, lang, pages.month);
  const width = 80;
  const ids = [...new Set(pages.rows.map((one) => one.family))];
  const places = [...new Set(pages.rows.map((one) => one.place))];
  const out = [...wrap(voice.say('table.title', { month: voice.month(pages.month) }), width), rule(width)];
  out.push(...ids.flatMap((id, i) => wrap(`${letter(i)}  ${familyName(voice, id)}`, width, 2, 5)));
  for (const place of places) {
    const rows = pages.rows.filter((one) => one.place === place);
    for (let from = 0; from < rows.length; from += SIDE_BY_SIDE)
      out.push(...block(voice, width, pages.split, rows.slice(from, from + SIDE_BY_SIDE), from));
  }
  out.push(...childPart(voice, width, pages.child));
  out.push('', ...wrap(voice.say('table.note', { command: 'refbudget sources' }), width));
  return `${out.join('\n')}\n`;
}

function block(voice: Voice, width: number, split: string | null, rows: readonly FamilyRow[], from: number): string[] {
  const widths = rows.map(() => CELL);
  const place = rows[0]?.place ?? null;
  const title = place === null || split === null ? voice.say('needs.reference') : valueWords(voice, split, place);
  const out = heading(
    width,
    title,
    rows.map((_, i) => letter(from + i)),
    widths,
  );
  const baskets = voice.pack.model.pack.baskets.filter((id) => rows.some((one) => one.baskets[id] !== undefined));
  for (const id of baskets) {
    const cells = rows.map((one) => voice.number(one.baskets[id] ?? '0'));
    out.push(...row(width, 2, voice.words(id, 'label') ?? id, cells, widths));
  }
  out.push(
    ...row(
      width,
      2,
      voice.say('needs.total'),
      rows.map((one) => voice.number(one.total)),
      widths,
    ),
  );
  out.push(
    ...row(
      width,
      2,
      voice.say('table.ratio'),
      rows.map((one) => voice.number(one.ratio)),
      widths,
    ),
  );
  return out;
}

function childPart(voice: Voice, width: number, { family, costs }: FamilyPages['child']): string[] {
  if (costs.length === 0) return [];
  const widths = [16, 14];
  const heads = [voice.say('table.more'), voice.say('table.share')];
  const out = heading(width, voice.say('table.child', { family: familyName(voice, family) }), heads, widths);
  for (const { age, month, share } of costs)
    out.push(
      ...row(width, 2, voice.say('age.years', { count: age }), [voice.money(month), shareWords(voice, share)], widths),
    );
  return out;
}

/** The label of a family, else its id. */
export function familyName(voice: Voice, id: string): string {
  return voice.words(id, 'label') ?? id;
}

function letter(place: number): string {
  return LETTERS[place] ?? String(place + 1);
}

/** Per cent as a number ("24.4"), or a dash where nothing is compared. */
export function shareWords(voice: Voice, share: string): string {
  return share === '–' ? share : voice.tenths(ratio(share, '100'));
}
