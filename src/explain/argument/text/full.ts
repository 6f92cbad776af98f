import { wrap } from '../../words/columns.js';
import { reasonOf } from '../../words/reason.js';
import type { Argument, Derivation } from '../argument.js';
import { detailLines, originLines } from './node-detail.js';
import { headWords } from './node-head.js';
import { readingTold } from './reason-lines.js';
import { toldLines } from './short.js';
import type { Telling } from './telling.js';

/** Deeper nodes are set no further to the right, so that lines stay readable. */
const DEEPEST_INDENT = 30;

/** The whole derivation, indented, each node once: values, tests, sources; a researcher also reads places. */
export function fullLines(telling: Telling, question: Argument['question'], root: Derivation): readonly string[] {
  return nodeLines(telling, question, root, 0);
}

function nodeLines(telling: Telling, question: Argument['question'], one: Derivation, depth: number): string[] {
  const { voice, width } = telling;
  const indent = Math.min(depth * 2, DEEPEST_INDENT);
  const mark = depth === 0 ? '' : '· ';
  const seen = one.seen ? ` (${voice.say('why.seen')})` : '';
  const out = wrap(`${mark}${headWords(telling, one)}${seen}`, width, indent, indent + 4);
  if (one.seen) return out;
  const own = question === 'why' || one.against.length === 0 ? [...answer(telling, question, one)] : [];
  for (const line of [...own, ...originLines(telling, one)]) out.push(...wrap(line, width, indent + 4, indent + 6));
  if (question === 'why-not')
    for (const reading of one.against) out.push(...toldLines(telling, readingTold(telling, reading), indent + 4));
  return [...out, ...one.children.flatMap((child) => nodeLines(telling, question, child, depth + 1))];
}

/** The details of a node; of why-not, what can be said before any test: it is there, or it was left out. */
function answer(telling: Telling, question: Argument['question'], one: Derivation): readonly string[] {
  if (question === 'why') return detailLines(telling, one);
  const { voice } = telling;
  const { node } = one;
  if (node.kind === 'line') {
    const out = node.steps.find((step) => step.step === 'leave-out');
    if (out === undefined) return [voice.say('why-not.exists')];
    const words = (out.in ?? [])
      .map((id) => reasonOf(voice, id.replace(/^when\//, '')))
      .filter((text) => text !== null);
    return [voice.say('why-not.left-out'), ...words.map((text) => voice.say('why.because', { text }))];
  }
  if (node.kind === 'lever' && node.value === 'has') return [voice.say('state.has')];
  const holds = (node.kind === 'condition' && node.value === 'yes') || (node.kind === 'lever' && node.value === 'may');
  return holds ? [voice.say('why-not.holds')] : detailLines(telling, one);
}
