import { monthIndex, monthText, type Month } from '../calendar/month.js';
import { familiesCsv } from '../explain/families/families-csv.js';
import { familiesMarkdown } from '../explain/families/families-markdown.js';
import { familiesText, type FamilyPages } from '../explain/families/families-text.js';
import { childCosts } from '../families/child-cost.js';
import { familyTable, type Split } from '../families/table.js';
import { didYouMean } from '../model/near.js';
import type { Pack } from '../model/pack.js';
import { languageOption } from './language-option.js';
import { monthNote, type MonthFrom } from './month-note.js';
import { oneOf } from './one-of.js';
import { openPack } from './open-pack.js';
import { monthOption, type PackOptions, type TellingOptions } from './options.js';
import { badOption, type Outcome } from './outcome.js';

export interface TableCommand extends PackOptions, TellingOptions {
  readonly month?: string | undefined;
  readonly by?: string | undefined;
  readonly child?: string | undefined;
}

const AGES = Array.from({ length: 18 }, (_, age) => age);

/** `table`: the pack's typical families × its baskets, once for each value of a fact of the home, and what a first child adds. */
export async function tableCommand(options: TableCommand): Promise<Outcome> {
  const format = oneOf('format', options.format ?? 'text', ['text', 'csv', 'markdown', 'json'] as const);
  const pack = await openPack(options);
  const lang = languageOption(options.lang, pack);
  const { month, from } = monthOf(pack, monthOption('month', options.month));
  const split = splitOf(pack, options.by);
  const pages: FamilyPages = {
    month,
    split: split?.fact ?? null,
    rows: familyTable(pack, month, split),
    child: childPages(pack, month, options.child),
  };
  const out = { text: familiesText, markdown: familiesMarkdown, csv: familiesCsv, json: asJson }[format](
    pages,
    pack,
    lang,
  );
  return { exit: 0, out, notes: from === 'option' ? '' : monthNote(pack, lang, from, month) };
}

/** The month asked for; else today's, or where the pack does not cover today, the nearest that it covers. */
function monthOf({ model }: Pack, asked: Month | undefined): { readonly month: Month; readonly from: MonthFrom } {
  const [from, to] = model.pack.covers;
  if (asked !== undefined) {
    const index = monthIndex(asked) ?? from;
    if (index >= from && index <= to) return { month: asked, from: 'option' };
    throw badOption(
      `--month: ${asked} is outside what pack "${model.pack.id}" covers`,
      `Choose a month from ${monthText(from)} to ${monthText(to)}.`,
    );
  }
  const now = new Date();
  const today = now.getFullYear() * 12 + now.getMonth();
  const month = monthText(Math.min(Math.max(today, from), to));
  return { month, from: today < from || today > to ? 'nearest' : 'today' };
}

/** The fact that is asked for, else the word about the home that must always be known. */
function splitOf({ model }: Pack, by: string | undefined): Split | null {
  const words = model.facts.filter((one) => one.type === 'one-of' && ['household', 'dwelling'].includes(one.scope));
  if (by === 'none') return null;
  const fact = words.find((one) => (by === undefined ? one.required : one.id === by));
  if (by !== undefined && fact === undefined)
    throw badOption(
      `--by: "${by}" is no word of the home or the household`,
      didYouMean(
        by,
        words.map(({ id }) => id),
      ),
    );
  return fact === undefined ? null : { fact: fact.id, values: fact.values };
}

function childPages(pack: Pack, month: Month, wanted: string | undefined): FamilyPages['child'] {
  const childless = pack.families.filter(({ household }) => !hasChild(household));
  const family = wanted === undefined ? childless[0] : pack.families.find(({ id }) => id === wanted);
  if (wanted !== undefined && family === undefined)
    throw badOption(
      `--child: "${wanted}" is no family of this pack`,
      didYouMean(
        wanted,
        pack.families.map(({ id }) => id),
      ),
    );
  return family === undefined
    ? { family: '', costs: [] }
    : { family: family.id, costs: childCosts(pack, family, month, AGES) };
}

function hasChild(household: unknown): boolean {
  const { persons } = household as { readonly persons: readonly { readonly role?: unknown }[] };
  return persons.some(({ role }) => role === 'child');
}

function asJson(pages: FamilyPages): string {
  return `${JSON.stringify(pages, null, 2)}\n`;
}
