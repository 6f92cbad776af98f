import { bars } from '../svg/bars.js';
import { plot } from '../svg/plot.js';
import { measureStrip, shareStrip } from '../svg/strips.js';
import { waterfall } from '../svg/waterfall.js';
import type { Chart } from '../chart.js';
import type { ChartBlock, Entry, Part, Steps, Table, Verdict } from '../view.js';
import type { Draw } from './draw.js';
import { apart, el, join, text, type Html } from './element.js';
import { linesOf } from './lines.js';
import { tableOf } from './table.js';

export interface DrawOptions {
  /** Gives ids that are unique on the page. */
  readonly nextId: () => string;
  readonly asTable: string;
  /** Tables of the page that are drawn already: some stand on both sheets. */
  readonly tables: Map<Table, Html>;
  /** Baskets stand open: on the sheet for the file. */
  readonly unfold: boolean;
}

/** Draws the blocks of one sheet. */
export function drawer(options: DrawOptions): Draw {
  const draw: Draw = (block, level) => {
    switch (block.kind) {
      case 'text':
        return block.text === '' ? join([]) : el('p', { class: block.tone }, apart(block.text));
      case 'list':
        return el(
          'ul',
          { class: block.short === true ? 'list short' : 'list' },
          ...block.items.map((item) => entry(item, block.folded === true)),
        );
      case 'terms':
        return el(
          'dl',
          {},
          ...block.rows.map(([term, words]) => el('div', {}, el('dt', {}, apart(term)), el('dd', {}, apart(words)))),
        );
      case 'table':
        return drawnOnce(block, options.tables);
      case 'chart':
        return figureOf(block, level, options);
      case 'shares':
        return shareStrip(block);
      case 'verdict':
        return verdictOf(block);
      case 'steps':
        return stepsOf(block);
      case 'lines':
        return linesOf(block, draw, options.unfold);
      case 'fold':
        return el(
          'details',
          { class: 'fold' },
          el('summary', {}, text(block.summary)),
          ...block.blocks.map((one) => draw(one, level)),
        );
      case 'part':
        return partOf(block, level, draw);
    }
  };
  return draw;
}

function drawnOnce(table: Table, drawn: Map<Table, Html>): Html {
  const known = drawn.get(table) ?? tableOf(table);
  drawn.set(table, known);
  return known;
}

function entry({ text: words, under = [] }: Entry, folded: boolean): Html {
  if (under.length === 0) return el('li', {}, apart(words));
  const below = el('ul', {}, ...under.map((one) => entry(one, folded)));
  if (!folded) return el('li', {}, apart(words), below);
  return el('li', {}, el('details', {}, el('summary', {}, apart(words)), below));
}

function heading(level: number, ...children: readonly Html[]): Html {
  return el(`h${Math.min(level, 6)}`, {}, ...children);
}

function partOf({ title, amount, tone, blocks }: Part, level: number, draw: Draw): Html {
  const sum = amount === undefined ? [] : [text(' '), el('span', { class: 'number' }, text(amount))];
  return el(
    'section',
    { class: ['part', tone].filter((one) => one !== undefined).join(' ') },
    heading(level, el('span', {}, text(title)), ...sum),
    ...blocks.map((block) => draw(block, level + 1)),
  );
}

function figureOf(
  { title, description, chart, table, open }: ChartBlock,
  level: number,
  { nextId, asTable }: DrawOptions,
): Html {
  const id = nextId();
  return el(
    'figure',
    {},
    el('figcaption', {}, heading(level, text(title)), el('p', { class: 'note' }, text(description))),
    drawing(id, title, description, chart),
    el(
      'details',
      { class: open === true ? 'fold' : 'fold data', open },
      el('summary', {}, text(asTable)),
      tableOf(table),
    ),
  );
}

function drawing(id: string, title: string, description: string, chart: Chart): Html {
  switch (chart.kind) {
    case 'waterfall':
      return waterfall(id, title, description, chart);
    case 'bars':
      return bars(id, title, description, chart);
    case 'plot':
      return plot(id, title, description, chart);
  }
}

function verdictOf({ tone, lead, amount, sentence, note, pair }: Verdict): Html {
  const largest = Math.max(...pair.map(({ value }) => value));
  const measures = pair.map((one) =>
    el(
      'div',
      { class: 'measure' },
      el('dt', {}, text(one.label)),
      el('dd', {}, text(one.amount)),
      el('dd', { class: 'bar-cell', 'aria-hidden': 'true' }, measureStrip(one, largest)),
    ),
  );
  return el(
    'div',
    { class: `verdict ${tone}` },
    el('p', { class: 'answer' }, el('span', {}, text(lead)), text(' '), el('strong', {}, text(amount))),
    ...(sentence === '' ? [] : [el('p', {}, text(sentence))]),
    el('dl', { class: 'measures' }, ...measures),
    el('p', { class: 'note' }, text(note)),
  );
}

function stepsOf({ steps }: Steps): Html {
  return el(
    'ol',
    { class: 'steps' },
    ...steps.map(({ title, amount, details }) =>
      el(
        'li',
        {},
        el(
          'p',
          { class: 'step' },
          el('span', { class: 'label' }, apart(title)),
          text(' '),
          el('strong', { class: 'number' }, text(amount)),
        ),
        ...(details.length === 0 ? [] : [el('ul', {}, ...details.map((detail) => el('li', {}, apart(detail))))]),
      ),
    ),
  );
}
