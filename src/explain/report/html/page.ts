import type { ReportView, SheetView, Table } from '../view.js';
import { drawer, type DrawOptions } from './block.js';
import { apart, el, text, type Html } from './element.js';
import { STYLE } from './style.js';

/** Nothing is loaded and nothing runs, whatever the page is made to hold. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one self-contained page: no script, no request, for the screen and for A4 paper. Ends with a line feed. */
export function pageOf(view: ReportView): string {
  let count = 0;
  const shared = { nextId: (): string => `chart-${++count}`, tables: new Map<Table, Html>() };
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    el('meta', { name: 'color-scheme', content: 'light dark' }),
    el('title', {}, text(view.title)),
    STYLE,
  );
  const main = el('main', {}, ...view.sheets.map((sheet) => sheetOf(view, sheet, shared)));
  const top = el('header', { class: 'top' }, el('h1', {}, text(view.title)), ...ways(view));
  return `<!doctype html>\n${el('html', { lang: view.lang }, head, el('body', {}, top, main))}\n`;
}

/** With two sheets, a way to each. */
function ways({ sheets, words }: ReportView): Html[] {
  if (sheets.length < 2) return [];
  const links = sheets.map(({ id, title }) => el('li', {}, el('a', { href: `#${id}` }, text(title))));
  return [el('nav', { 'aria-label': words.sheets }, el('ul', {}, ...links))];
}

function sheetOf(
  { words }: ReportView,
  { id, title, intro, sections }: SheetView,
  shared: Pick<DrawOptions, 'nextId' | 'tables'>,
): Html {
  const draw = drawer({ ...shared, asTable: words.asTable, unfold: id === 'file' });
  return el(
    'article',
    { id, class: 'sheet', 'aria-labelledby': `${id}-title` },
    el(
      'header',
      {},
      el('h2', { id: `${id}-title` }, text(title)),
      ...(intro.length === 0
        ? []
        : [el('ul', { class: 'persons' }, ...intro.map((line) => el('li', {}, apart(line))))]),
    ),
    ...sections.map((section) =>
      el(
        'section',
        { class: `section ${section.id}` },
        el('h3', { id: `${id}-${section.id}` }, text(section.title)),
        el('div', { class: 'blocks' }, ...section.blocks.map((block) => draw(block, 4))),
      ),
    ),
  );
}
