import type { ChainLink, LeverLine, Levers } from '../../../model/lever-lines.js';
import { firstQuestions } from '../../balance/first-questions.js';
import { grouped, groupId } from '../../balance/grouped.js';
import { isTaken, openersOf, type Openers } from '../../balance/openers.js';
import { capital } from '../../words/capital.js';
import { labelOf, questionOf } from '../../words/names.js';
import { isZero } from '../../words/numbers.js';
import { told, type Context } from '../context.js';
import type { Block, Section, Steps } from '../view.js';

type Step = Steps['steps'][number];

/** Rights and savings in the order of the chain: what each brings, where to go and by when, what is left then. */
export function levers(context: Context): Section | null {
  const found = context.assessment.levers;
  if (found === undefined || found.list.length === 0) return null;
  const { voice } = context;
  const steps = found.chain === undefined ? aloneSteps(context, found) : chainSteps(context, found);
  const blocks: Block[] =
    steps.length > 0 ? [{ kind: 'steps', steps }] : [{ kind: 'text', text: voice.say('levers.none') }];
  return {
    id: 'levers',
    title: voice.say('levers.title'),
    blocks: [
      ...blocks,
      ...together(context, found, steps.length),
      ...remarks(context, found),
      ...asked(context, found),
      ...held(context, found),
    ],
  };
}

function chainSteps(context: Context, levers: Levers): Step[] {
  const links = levers.chain ?? [];
  const openers = openersOf(links);
  return links.filter(isTaken).flatMap((link) => {
    const lever = levers.list.find((one) => one.id === link.id);
    return lever === undefined ? [] : [chainStep(context, lever, link, openers)];
  });
}

function chainStep(context: Context, lever: LeverLine, { gain, balance }: ChainLink, openers: Openers): Step {
  const { voice, audience } = context;
  const hasOnce = gain !== null && !isZero(gain.once);
  const onceOnly = hasOnce && isZero(gain.month);
  const once = hasOnce ? voice.say('levers.once', { amount: voice.gain(gain.once) }) : '';
  const opener = openers.by.get(lever.id);
  const opened = openers.opens.get(lever.id) ?? [];
  const details = [
    ...(opener === undefined ? [] : [voice.say('report.opened', { label: labelOf(voice, opener) })]),
    ...(opened.length === 0
      ? []
      : [voice.say('report.opens', { list: voice.row(opened.map((id) => labelOf(voice, id))) })]),
    ...(hasOnce && !onceOnly ? [capital(once)] : []),
    ...(lever.alone === null || onceOnly || audience === 'family'
      ? []
      : [voice.say('report.gain-alone', { gain: voice.gain(lever.alone.month) })]),
    ...(balance === null || onceOnly ? [] : [voice.say('report.balance-then', { balance: voice.money(balance) })]),
  ];
  // a sum that comes once changes no month: it stands where the month would
  return step(context, lever, onceOnly ? once : aMonth(context, gain?.month), details);
}

function aloneSteps(context: Context, { list }: Levers): Step[] {
  return list
    .filter((lever) => lever.state === 'may')
    .map((lever) => step(context, lever, aMonth(context, lever.alone?.month), []));
}

function aMonth({ voice }: Context, gain: string | undefined): string {
  return gain === undefined ? '' : voice.say('report.a-month', { amount: voice.gain(gain) });
}

function step(context: Context, lever: LeverLine, amount: string, more: readonly string[]): Step {
  const { voice } = context;
  const where = voice.words(lever.id, 'where');
  const by = voice.words(lever.id, 'by');
  const details = [
    ...(where === null ? [] : [voice.say('levers.where', { where: bare(where) })]),
    ...(by === null ? [] : [voice.say('levers.by', { by: bare(by) })]),
    ...more,
    ...(context.audience === 'family' ? [] : [voice.say('pair', { left: voice.say('report.key'), right: lever.id })]),
  ];
  return { title: labelWith(context, lever), amount, details };
}

/** All steps in one sentence, and what comes once beside it. */
function together({ voice }: Context, { together: sum }: Levers, steps: number): Block[] {
  if (sum === undefined || steps < 2) return [];
  const text = voice.say('report.together', { amount: voice.gain(sum.month), balance: voice.money(sum.balance) });
  const once = isZero(sum.once) ? [] : [voice.say('report.together-once', { amount: voice.gain(sum.once) })];
  return [{ kind: 'text', tone: 'strong', text: [text, ...once].join(' ') }];
}

/** Levers of the chain that were not taken, with the reason; how gains may be added. */
function remarks({ voice, audience }: Context, { chain = [], together: sum }: Levers): Block[] {
  const texts = (['closed', 'left-out'] as const).flatMap((outcome) => {
    const list = chain.filter((link) => link.outcome === outcome).map((link) => labelOf(voice, link.id));
    return list.length === 0 ? [] : [voice.say(`levers.${outcome}`, { list: voice.row(list) })];
  });
  if (audience === 'file' && sum !== undefined && chain.filter(isTaken).length > 1)
    texts.push(voice.say('levers.note'));
  return texts.map((text) => ({ kind: 'text', tone: 'note', text }));
}

/** What waits for an answer today; not what the chain opens and takes by itself. */
function asked(context: Context, { list: all, chain = [] }: Levers): Block[] {
  const { voice, audience, assessment } = context;
  const taken = new Set(chain.filter(isTaken).map(({ id }) => id));
  const levers = all.filter(({ id, state }) => state === 'ask' && !taken.has(id));
  if (levers.length === 0) return [];
  const items = levers.map((lever) => ({
    text: labelWith(context, lever),
    under: grouped(firstQuestions(assessment, voice.pack.model, lever.missing), (name) => name).map((group) => ({
      text: questionOf(voice, told(context, groupId(group))),
    })),
  }));
  const title = bare(voice.say('levers.ask'));
  // The family's sheet stays short: the rights are seen at once, the questions on demand.
  return [{ kind: 'part', title, blocks: [{ kind: 'list', items, ...(audience === 'family' ? FOLDED : {}) }] }];
}

const FOLDED = { folded: true } as const;

function held(context: Context, { list }: Levers): Block[] {
  const labels = list.filter((lever) => lever.state === 'has').map((lever) => labelWith(context, lever));
  return labels.length === 0
    ? []
    : [{ kind: 'text', text: context.voice.say('levers.has', { list: context.voice.row(labels) }) }];
}

/** With its persons; one that the chain opened names none, since its list is that of today. */
function labelWith(context: Context, { id, persons, state }: LeverLine): string {
  return labelOf(context.voice, told(context, groupId({ name: id, persons: state === 'no' ? [] : persons })));
}

/** Without its full stop or colon: it stands inside a sentence or as a heading. */
function bare(text: string): string {
  return text.replace(/[.\u00a0:]+$/, '');
}
