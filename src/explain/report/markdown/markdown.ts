import type { Block, Entry, Lines, ReportView, Section, Table } from '../view.js';
import { escape } from './escape.js';
import { table } from './table.js';

/** The report as GitHub Markdown: headings, lists and tables, no HTML. Ends with a line feed. */
export function markdownOf({ title, sheets }: ReportView): string {
  const parts = sheets.flatMap(({ title: name, intro, sections }) => [
    `## ${escape(name)}`,
    ...(intro.length > 0 ? [intro.map((line) => `- ${escape(line)}`).join('\n')] : []),
    ...sections.flatMap(sectionParts),
  ]);
  return `${[`# ${escape(title)}`, ...parts].join('\n\n')}\n`;
}

function sectionParts({ title, blocks }: Section): string[] {
  return [`### ${escape(title)}`, ...blocks.flatMap((block) => blockParts(block, 4))];
}

/** A block as paragraphs; `depth` is the level of the next heading below. */
function blockParts(block: Block, depth: number): string[] {
  switch (block.kind) {
    case 'text':
      return block.text === '' ? [] : [block.tone === 'strong' ? `**${escape(block.text)}**` : escape(block.text)];
    case 'list':
      return [listLines(block.items).join('\n')];
    case 'terms':
      return [block.rows.map(([term, words]) => `- **${escape(term)}**: ${escape(words)}`).join('\n')];
    case 'table':
      return [tableOf(block)];
    case 'chart':
      return [
        `${'#'.repeat(depth)} ${escape(block.title)}`,
        ...(block.ofDrawing === true ? [] : [escape(block.description)]),
        tableOf(block.table),
      ];
    case 'shares':
      return [];
    case 'verdict': {
      const pair = block.pair.map(({ label, amount }) => ({ cells: [label, amount] }));
      return [
        `**${escape(`${block.lead} ${block.amount}`)}**`,
        ...(block.sentence === '' ? [] : [escape(block.sentence)]),
        tableOf({ kind: 'table', caption: '', heads: ['', ''], rows: pair }),
        `_${escape(block.note)}_`,
      ];
    }
    case 'steps':
      return [block.steps.map(stepItem).join('\n')];
    case 'lines':
      return linesParts(block);
    case 'fold':
      return [`**${escape(block.summary)}**`, ...block.blocks.flatMap((one) => blockParts(one, depth))];
    case 'part': {
      const amount = block.amount === undefined ? '' : `, ${escape(block.amount)}`;
      return [
        `${'#'.repeat(depth)} ${escape(block.title)}${amount}`,
        ...block.blocks.flatMap((one) => blockParts(one, depth + 1)),
      ];
    }
  }
}

/** Points, each with what stands under it a little further to the right. */
export function listLines(items: readonly Entry[], indent = ''): readonly string[] {
  return items.flatMap(({ text, under = [] }) => [`${indent}- ${escape(text)}`, ...listLines(under, `${indent}  `)]);
}

function stepItem(
  { title, amount, details }: { title: string; amount: string; details: readonly string[] },
  at: number,
): string {
  const head = `${at + 1}. **${escape(title)}**${amount === '' ? '' : ` ${escape(amount)}`}`;
  return [head, ...details.map((detail) => `   - ${escape(detail)}`)].join('\n');
}

function tableOf({ heads, rows, words = [] }: Table): string {
  return table(
    heads,
    rows.map(({ cells, total }) => ({ cells, strong: total === true })),
    words,
  );
}

/** The lines as one table, then what is behind each. */
function linesParts({ heads, groups, total }: Lines): string[] {
  const rows = groups.flatMap(({ label, amounts, rows: lines }) => [
    { cells: [label, ...amounts], strong: true },
    ...lines.map((line) => ({ cells: [line.label, ...line.amounts], strong: false })),
  ]);
  const last = total === undefined ? [] : [{ cells: total.cells, strong: true }];
  const behind = groups.flatMap((group) => group.rows.filter(({ why }) => why.length > 0));
  return [
    table(['', ...heads], [...rows, ...last], []),
    ...behind.flatMap(({ label, why }) => [`**${escape(label)}**`, ...why.flatMap((block) => blockParts(block, 6))]),
  ];
}
