import type { Assessment } from '../assessment/document.js';
import { Exact } from '../decimal/exact.js';
import type { NeedLine } from '../model/evaluation.js';
import type { TraceNode } from '../model/trace.js';

/** What a document says for a key; null = unknown or none. `also`: the same value said otherwise (an age in months). */
export interface Found {
  readonly text: string | null;
  readonly also?: readonly string[];
}

const SUMS: Readonly<Record<string, (assessment: Assessment) => string>> = {
  'need.month': ({ needs }) => needs.need,
  'need.year': ({ needs }) => needs.year.need,
  'income.month': ({ incomes }) => incomes.counted,
  'balance.month': ({ balance }) => balance.amount,
  'aid.month': ({ aid }) => aid?.pays ?? 'no policy',
  'aid.gap': ({ aid }) => aid?.gap ?? 'no policy',
  'aid.once': ({ aid }) => aid?.once ?? 'no policy',
  'aid.months': ({ aid }) => (aid === undefined ? 'no policy' : (aid.months?.toString() ?? 'none')),
};

/** First words of keys that the blocks of a document answer. */
const BLOCKS = ['line', 'basket', 'total', 'figure', 'lever', 'gain', 'open', 'error'];

/** Whether a key of `expect` is answered by the trace alone: what fires, and names. */
export function isTraced(key: string): boolean {
  return SUMS[key] === undefined && !BLOCKS.includes(key.split('.')[0] ?? '');
}

/** The value of one key of `expect` in a document, with its full trace if `isTraced`; a text that says so where there is none. */
export function found(assessment: Assessment, key: string): Found {
  const sum = SUMS[key];
  if (sum !== undefined) return { text: sum(assessment) };
  const dot = key.indexOf('.');
  const rest = key.slice(dot + 1);
  switch (key.slice(0, dot)) {
    case 'line':
      return { text: lineText(assessment, rest) };
    case 'basket':
      return { text: assessment.needs.baskets.find((basket) => basket.id === rest)?.need ?? '0' };
    case 'total':
    case 'figure':
      return { text: figureText(assessment, rest) };
    case 'lever':
      return { text: assessment.levers?.list.find((lever) => lever.id === rest)?.state ?? 'no such lever' };
    case 'gain':
      return { text: gainText(assessment, rest) };
    default:
      return nameFound(assessment, key);
  }
}

/** A line's need, or its column; without a person, the sum over all. */
function lineText(assessment: Assessment, rest: string): string {
  const column = /\.(reference|aid)$/.exec(rest)?.[1] ?? 'need';
  const id = rest.replace(/\.(reference|aid)$/, '');
  const lines = assessment.needs.lines.filter((line) => line.id === id || line.id.startsWith(`${id}@`));
  if (lines.length === 0) return 'no line';
  return lines.reduce((sum, line) => sum.add(columnOf(assessment, line, column)), new Exact(0)).toFixed();
}

function columnOf({ aid }: Assessment, line: NeedLine, column: string): string {
  if (column === 'reference') return line.reference;
  if (column === 'need' || aid === undefined) return line.need;
  return [...aid.lines, ...aid.optionalCounted].find((one) => one.id === line.id)?.aid ?? line.need;
}

function figureText({ figures }: Assessment, id: string): string | null {
  const figure = figures.find((one) => one.id === id);
  return figure === undefined ? 'no such figure' : figure.value;
}

/** What a lever changes in the month; with `.once` after it, the sum that comes once. */
function gainText({ levers }: Assessment, rest: string): string {
  const id = rest.replace(/\.once$/, '');
  const part = id === rest ? 'month' : 'once';
  const lever = levers?.list.find((one) => one.id === id);
  if (lever === undefined) return 'no such lever';
  const inChain = levers?.chain?.find((link) => link.id === id && link.gain !== null)?.gain?.[part];
  return lever.alone?.[part] ?? inChain ?? `no gain: the lever is "${lever.state}"`;
}

function nameFound(assessment: Assessment, key: string): Found {
  const prefixes = ['derived', 'fact', 'parameter', 'table', 'income', 'incomes'];
  const nodes = assessment.trace?.nodes ?? [];
  const ids = new Set(prefixes.map((prefix) => `${prefix}/${key}`));
  const node = nodes.find((one) => ids.has(one.id));
  if (node === undefined) return { text: 'not in the trace' };
  if (node.kind === 'fact' && node.months !== undefined) return { text: node.value, also: [`${node.months} months`] };
  return { text: withUnit(node) };
}

function withUnit(node: TraceNode): string | null {
  if (node.value === null) return node.kind === 'fact' ? node.origin : null;
  if (node.kind === 'condition' && node.value === 'undecided') return null;
  return 'unit' in node && node.unit !== 'factor' ? `${node.value} ${node.unit}` : node.value;
}
