import { shortPage } from '../report/short-page.js';
import type { Block as Drawn, ReportView, Row, Section, SheetView } from '../report/view.js';
import type { Voice } from '../words/voice.js';
import { LARGEST } from './comparison-sheet.js';
import type { Block, Columns, Sheet } from './sheet.js';

/** A section while its blocks are read: what stands below a strong row is a part of its own. */
interface Open {
  readonly voice: Voice;
  readonly title: string;
  readonly columns: Columns;
  readonly blocks: Drawn[];
  part: Drawn[] | null;
  rows: Row[];
}

/** The same sheet as a page: a heading opens a section, a strong row a part of it, and rows become tables; all but the largest of a part on demand. */
export function sheetView(voice: Voice, id: SheetView['id'], sheet: Sheet): ReportView {
  const intro: string[] = [];
  const sections: Open[] = [];
  let title = { text: '', beside: '' };
  for (const block of sheet) {
    const last = sections.at(-1);
    if (block.kind === 'title') title = block;
    else if (block.kind === 'heading')
      sections.push({ voice, title: block.text, columns: block.columns, blocks: [], part: null, rows: [] });
    else if (last !== undefined) add(last, block);
    else if (block.kind === 'paragraph') intro.push(block.text);
  }
  return shortPage(voice, {
    id,
    title: title.text,
    beside: title.beside,
    policy: null,
    intro,
    sections: sections.map(sectionOf),
  });
}

function sectionOf(open: Open, at: number): Section {
  close(open);
  return { id: `part-${at + 1}`, title: open.title, blocks: open.blocks };
}

function add(open: Open, block: Exclude<Block, { kind: 'title' | 'heading' }>): void {
  if (block.kind === 'row' && block.strong !== true) {
    open.rows.push({ cells: [block.label, ...block.cells] });
    return;
  }
  close(open);
  if (block.kind === 'row') {
    const title = [...leadingTexts(open), block.label].join(' ');
    const amount = block.cells.filter((cell) => cell !== '').at(-1);
    open.part = [];
    const part = { kind: 'part', title, blocks: open.part } as const;
    open.blocks.push(amount === undefined ? part : { ...part, amount });
    return;
  }
  if (block.kind === 'drawing') throw new Error('a page draws its charts itself');
  if (block.depth < 2) open.part = null;
  const told = { kind: 'text', text: block.text } as const;
  (open.part ?? open.blocks).push(open.part === null ? told : { ...told, tone: 'note' });
}

/** Sentences right before a strong row begin what it says. */
function leadingTexts({ blocks }: Open): string[] {
  let from = blocks.length;
  while (blocks[from - 1]?.kind === 'text') from--;
  return blocks.splice(from).flatMap((block) => (block.kind === 'text' ? [block.text] : []));
}

/** Rows that stand one after the other are a table. */
function close(open: Open): void {
  const { voice, title, columns, blocks, part, rows } = open;
  if (rows.length === 0) return;
  const tableOf = (some: readonly Row[]): Drawn => {
    return { kind: 'table', caption: title, heads: ['', ...columns.heads], rows: some, compact: true };
  };
  const shown = part === null || rows.length <= LARGEST + 1 ? rows.length : LARGEST;
  const into = part ?? blocks;
  into.push(tableOf(rows.slice(0, shown)));
  if (shown < rows.length) {
    const summary = voice.say('compare.others', { count: rows.length - shown });
    into.push({ kind: 'fold', summary, blocks: [tableOf(rows.slice(shown))] });
  }
  open.rows = [];
}
