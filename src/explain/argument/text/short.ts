import { wrap } from '../../words/columns.js';
import { nameWords, valueWords } from '../../words/names.js';
import type { Answer, Argument, Change } from '../argument.js';
import { originLines } from './node-detail.js';
import { answerWords } from './node-head.js';
import { readingTold, reasonTold, type Told } from './reason-lines.js';
import type { Telling } from './telling.js';

/** The answer in a few sentences: what it is, the decisive reasons, and what a number rests on. */
export function shortLines(telling: Telling, question: Argument['question'], root: Answer): readonly string[] {
  const head = wrap(answerWords(telling, root), telling.width, 0, 4);
  return [...head, ...toldLines(telling, toldOf(telling, question, root), 2)];
}

/** What is told below the answer itself. */
export function toldOf(telling: Telling, question: Argument['question'], root: Answer): readonly Told[] {
  return question === 'why' ? whyTold(telling, root) : whyNotTold(telling, root);
}

function whyTold(telling: Telling, root: Answer): readonly Told[] {
  const about = root.node.kind === 'line' ? 'line' : 'other';
  const reasons = root.reasons.flatMap((one) => reasonTold(telling, one, about));
  return [...reasons, ...standingTold(telling, root)];
}

/** What the number rests on: an assumption is told to everybody, a source to who works with it, places and notes to researchers. */
function standingTold(telling: Telling, root: Answer): readonly Told[] {
  const { voice, audience } = telling;
  const { status, source } = root;
  if (audience === 'researcher') return originLines(telling, { ...root, override: null }).map(plain);
  if (status === 'assumption') return [plain(voice.say('reason.assumption'))];
  if (audience === 'family' || status === null || status === 'given') return [];
  const title = source?.title ?? null;
  const words = title === null ? voice.say(`status.${status}`) : `${title} (${voice.say(`status.${status}`)})`;
  return [plain(voice.say('reason.status', { words }))];
}

function whyNotTold(telling: Telling, root: Answer): readonly Told[] {
  const { voice } = telling;
  const { node, against, reasons, changes } = root;
  const given = reasons.flatMap((one) => reasonTold(telling, one));
  if (against.length === 0) return [...given, ...(given.length > 0 ? [] : [plain(voice.say(standing(node)))])];
  const failed = against.filter(({ holds }) => holds === 'no');
  const undecided = against.filter(({ holds }) => holds === 'undecided');
  const list = (key: 'why-not.failed' | 'why-not.undecided', readings: Answer['against']): readonly Told[] =>
    readings.length === 0
      ? []
      : [
          {
            says: voice.say(key, { count: readings.length }),
            below: readings.flatMap((one) => readingTold(telling, one)),
          },
        ];
  return [
    ...given,
    ...list('why-not.failed', failed),
    ...list('why-not.undecided', undecided),
    ...changes.map((one) => plain(changeWords(telling, one))),
  ];
}

function standing(node: Answer['node']): 'why-not.exists' | 'why-not.holds' | 'why-not.has' | 'why-not.value' {
  if (node.kind === 'line') return 'why-not.exists';
  if (node.kind === 'lever') return node.value === 'has' ? 'why-not.has' : 'why-not.holds';
  return node.kind === 'condition' ? 'why-not.holds' : 'why-not.value';
}

function changeWords({ voice }: Telling, { name, person, to, balance, optional }: Change): string {
  const label = nameWords(voice, person === null ? name : `${name}@${person}`).replace(/[\s\u00a0]*\?(?= \(|$)/, '');
  const change = voice.say('why-not.change', {
    name: label,
    value: valueWords(voice, name, to),
    balance: voice.money(balance),
  });
  if (optional === null) return change;
  const counted = { amount: voice.money(optional.amount), balance: voice.money(optional.balance) };
  return `${change} ${voice.say('why-not.optional', counted)}`;
}

function plain(says: string): Told {
  return { says, below: [] };
}

/** Sentences with what stands below them, each a little further to the right. */
export function toldLines(telling: Telling, told: readonly Told[], indent: number): readonly string[] {
  const mark = indent === 2 ? '' : '· ';
  return told.flatMap(({ says, below }) => [
    ...wrap(/^[✓✗?→]/.test(says) ? says : `${mark}${says}`, telling.width, indent, indent + 2),
    ...toldLines(telling, below, indent + 2),
  ]);
}
