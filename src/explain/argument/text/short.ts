import { wrap } from '../../words/columns.js';
import { nameWords, valueWords } from '../../words/names.js';
import type { Answer, Argument, Change } from '../argument.js';
import { originLines } from './node-detail.js';
import { labelOfAll } from './node-head.js';
import { readingTold, reasonTold } from './reason-lines.js';
import type { Told } from './told.js';
import { alikeTold, namesOf } from './alike.js';
import { toldOnce } from './once.js';
import { byName, ownOf, sharedBy, type Shared } from './shared.js';
import type { Voice } from '../../words/voice.js';
import type { Telling } from './telling.js';

/** An answer in a few sentences: what it is, and below it the decisive reasons and what a number rests on. */
export function answersTold(telling: Telling, { question, roots }: Argument): readonly Told[] {
  if (question === 'why')
    return alikeTold(
      telling,
      roots.map((root) => ({ root, below: whyTold(telling, root) })),
    );
  const answers = byName(roots).flatMap((some) => {
    const shared = sharedBy(some);
    const nearestFirst = [...some].sort((a, b) => ownOf(a, shared).against.length - ownOf(b, shared).against.length);
    const persons = nearestFirst.map((root) => ({ root, below: whyNotTold(telling, root, shared) }));
    return [...householdTold(telling, some, shared), ...alikeTold(telling, persons)];
  });
  return toldOnce(answers, telling.voice.say('why.seen'));
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

/** What stands in the way of everybody, told once before what is a person's; empty where nothing does. */
export function householdTold(telling: Telling, [root]: readonly Answer[], shared: Shared): readonly Told[] {
  if (root === undefined || shared.against.length === 0) return [];
  const { voice } = telling;
  const says = voice.say('pair', { left: labelOfAll(voice, root), right: voice.say('why-not.household') });
  const changes = shared.changes.map(({ change, persons }) => plain(changeWords(telling, change, persons)));
  return [{ says, below: [...obstaclesTold(telling, shared.against), ...changes] }];
}

function whyNotTold(telling: Telling, root: Answer, shared: Shared): readonly Told[] {
  const { voice } = telling;
  const { node, reasons } = root;
  const given = reasons.flatMap((one) => reasonTold(telling, one));
  if (root.against.length === 0) return [...given, ...(given.length > 0 ? [] : [plain(voice.say(standing(node)))])];
  const own = ownOf(root, shared);
  return [
    ...given,
    ...(own.against.length === 0 ? [plain(voice.say('why-not.nothing-more'))] : []),
    ...obstaclesTold(telling, own.against, shared.against),
    ...own.changes.map((one) => plain(changeWords(telling, one))),
  ];
}

/** Tests that failed, then those nobody can decide yet; beside some that were told of all, they are so many more. */
function obstaclesTold(telling: Telling, against: Answer['against'], beside: Answer['against'] = []): readonly Told[] {
  return (['failed', 'undecided'] as const).flatMap((kind) => {
    const isOfKind = ({ holds }: Answer['against'][number]): boolean => (holds === 'no') === (kind === 'failed');
    const readings = against.filter(isOfKind);
    if (readings.length === 0) return [];
    const key = beside.some(isOfKind) ? (`why-not.${kind}-more` as const) : (`why-not.${kind}` as const);
    const says = telling.voice.say(key, { count: readings.length });
    return [{ says, below: readings.flatMap((one) => readingTold(telling, one)) }];
  });
}

function standing(node: Answer['node']): 'why-not.exists' | 'why-not.holds' | 'why-not.has' | 'why-not.value' {
  if (node.kind === 'line') return 'why-not.exists';
  if (node.kind === 'lever') return node.value === 'has' ? 'why-not.has' : 'why-not.holds';
  return node.kind === 'condition' ? 'why-not.holds' : 'why-not.value';
}

/** `persons` where it would be so for some alone. */
export function changeWords(
  { voice }: Telling,
  { name, person, to, waits, balance, optional }: Change,
  persons: readonly string[] | null = null,
): string {
  if (waits !== null) return waitingWords(voice, to, waits);
  const label = nameWords(voice, person === null ? name : `${name}@${person}`).replace(/[\s\u00a0]*\?(?= \(|$)/, '');
  const values = { name: label, value: valueWords(voice, name, to), balance: voice.money(balance) };
  const change =
    persons === null
      ? voice.say('why-not.change', values)
      : voice.say('why-not.change-for', {
          ...values,
          count: persons.length,
          persons: namesOf(voice, persons),
        });
  if (optional === null) return change;
  const counted = { amount: voice.money(optional.amount), balance: voice.money(optional.balance) };
  return `${change} ${voice.say('why-not.optional', counted)}`;
}

/** What comes by itself: what it would do to a balance of today says nothing. */
function waitingWords(voice: Voice, to: string, { month }: NonNullable<Change['waits']>): string {
  const [count = '', unit = ''] = to.split(' ');
  const age = voice.say(unit === 'months' ? 'why-not.at-months' : 'why-not.at-years', { count: Number(count) });
  return month === null
    ? voice.say('why-not.waits', { age })
    : voice.say('why-not.waits-until', { age, month: voice.month(month) });
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
