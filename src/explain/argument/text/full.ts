import { wrap } from '../../words/columns.js';
import { reasonOf } from '../../words/reason.js';
import type { Answer, Argument, Derivation } from '../argument.js';
import { detailLines, originLines } from './node-detail.js';
import { headWords } from './node-head.js';
import { readingTold } from './reason-lines.js';
import type { Told } from './told.js';
import { byName, ownOf, sharedBy, type Shared } from './shared.js';
import { changeWords, householdTold, toldLines } from './short.js';
import { personValues, type Telling } from './telling.js';

/** Deeper nodes are set no further to the right, so that lines stay readable. */
const DEEPEST_INDENT = 30;

/**
 * The whole derivation of each answer, indented, each node once: values, tests, sources; a researcher also reads places. Of why-not,
 * what stops all persons comes first, and is not told again of each.
 */
export function fullLines(telling: Telling, argument: Argument): readonly (readonly string[])[] {
  const { question, roots } = argument;
  if (question === 'why') return roots.map((root) => nodeLines(telling, question, root, 0));
  return byName(roots).flatMap((some) => {
    const shared = sharedBy(some);
    const all = householdTold(telling, some, shared);
    return [
      ...all.map(({ says, below }) => [...wrap(says, telling.width, 0, 4), ...toldLines(telling, below, 2)]),
      ...some.map((root) => {
        const { rest, more } = ofPerson(telling, root, shared);
        return [...nodeLines(telling, question, rest, 0), ...toldLines(telling, more, 4)];
      }),
    ];
  });
}

/** The same, as sentences with what stands below them. */
export function fullTold(telling: Telling, argument: Argument): readonly Told[] {
  const { question, roots } = argument;
  if (question === 'why') return roots.map((root) => nodeTold(telling, question, root));
  return byName(roots).flatMap((some) => {
    const shared = sharedBy(some);
    const persons = some.map((root): Told => {
      const { rest, more } = ofPerson(telling, root, shared);
      const { says, below } = nodeTold(telling, question, rest);
      return { says, below: [...below, ...more] };
    });
    return [...householdTold(telling, some, shared), ...persons];
  });
}

/** An answer of which some tests were told of all already: whether anything stands in its way is known from before. */
interface Stopped extends Derivation {
  readonly stopped: boolean;
}

/** What is left to tell of one person: the tests that are theirs, each explained by the node below it, and what would change them. */
function ofPerson(
  telling: Telling,
  root: Answer,
  shared: Shared,
): { readonly rest: Stopped; readonly more: readonly Told[] } {
  const own = ownOf(root, shared);
  const derived = new Set(root.children.map(({ name, person }) => `${name}@${person ?? ''}`));
  const against = own.against.map((one) =>
    derived.has(`${one.name}@${one.person ?? ''}`) ? { ...one, because: [] } : one,
  );
  const stopped = root.against.length > 0;
  const nothing = stopped && own.against.length === 0;
  const more = [
    ...(nothing ? [telling.voice.say('why-not.nothing-more')] : []),
    ...own.changes.map((one) => changeWords(telling, one)),
  ];
  return { rest: { ...root, against, stopped }, more: more.map((says) => ({ says, below: [] })) };
}

function nodeTold(telling: Telling, question: Argument['question'], one: Derivation & Partial<Stopped>): Told {
  const says = headOf(telling, one);
  if (one.seen) return { says, below: [] };
  const { lines, readings } = insideOf(telling, question, one);
  const own = lines.map((line): Told => ({ says: line.replace(/^\s*·\s*/, ''), below: [] }));
  return { says, below: [...own, ...readings, ...one.children.map((child) => nodeTold(telling, question, child))] };
}

function nodeLines(
  telling: Telling,
  question: Argument['question'],
  one: Derivation & Partial<Stopped>,
  depth: number,
): string[] {
  const { width } = telling;
  const indent = Math.min(depth * 2, DEEPEST_INDENT);
  const out = wrap(`${depth === 0 ? '' : '· '}${headOf(telling, one)}`, width, indent, indent + 4);
  if (one.seen) return out;
  const { lines, readings } = insideOf(telling, question, one);
  for (const line of lines) out.push(...wrap(line, width, indent + 4, indent + 6));
  out.push(...toldLines(telling, readings, indent + 4));
  return [...out, ...one.children.flatMap((child) => nodeLines(telling, question, child, depth + 1))];
}

/** What a node is called and worth; one that was told before says so. */
function headOf(telling: Telling, one: Derivation): string {
  return `${headWords(telling, one)}${one.seen ? ` (${telling.voice.say('why.seen')})` : ''}`;
}

/** What is told of a node itself: its steps, its tests, where it comes from; of why-not, what stands in its way. */
function insideOf(
  telling: Telling,
  question: Argument['question'],
  one: Derivation & Partial<Stopped>,
): { readonly lines: readonly string[]; readonly readings: readonly Told[] } {
  const stopped = one.stopped ?? (question === 'why-not' && one.against.length > 0);
  return {
    lines: [...(stopped ? [] : answer(telling, question, one)), ...originLines(telling, one)],
    readings: stopped ? one.against.flatMap((reading) => readingTold(telling, reading)) : [],
  };
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
      .map((id) => reasonOf(voice, id.replace(/^when\//, ''), personValues(telling, one.person)))
      .filter((text) => text !== null);
    return [voice.say('why-not.left-out'), ...words.map((text) => voice.say('why.because', { text }))];
  }
  if (node.kind === 'lever' && node.value === 'has') return [voice.say('state.has')];
  const holds = (node.kind === 'condition' && node.value === 'yes') || (node.kind === 'lever' && node.value === 'may');
  return holds ? [voice.say('why-not.holds')] : detailLines(telling, one);
}
