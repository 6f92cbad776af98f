import type { LeverLine, Levers } from '../../../model/lever-lines.js';
import { grouped, groupId } from '../../balance/grouped.js';
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
  if (found.together !== undefined && steps.length > 1) {
    const amount = voice.gain(found.together.month);
    const balance = voice.money(found.together.balance);
    blocks.push({ kind: 'text', tone: 'strong', text: voice.say('report.together', { amount, balance }) });
  }
  return {
    id: 'levers',
    title: voice.say('levers.title'),
    blocks: [...blocks, ...remarks(context, found), ...asked(context, found), ...held(context, found)],
  };
}

function chainSteps(context: Context, { list, chain }: Levers): Step[] {
  const { voice, audience } = context;
  return (chain ?? []).flatMap((link) => {
    const lever = list.find((one) => one.id === link.id);
    if (link.outcome !== 'taken' || lever === undefined) return [];
    const alone =
      lever.alone === null || audience === 'family'
        ? []
        : [voice.say('report.gain-alone', { gain: voice.gain(lever.alone.month) })];
    const once =
      link.gain === null || isZero(link.gain.once)
        ? []
        : [voice.say('levers.once', { amount: voice.gain(link.gain.once) })];
    const balance =
      link.balance === null ? [] : [voice.say('report.balance-then', { balance: voice.money(link.balance) })];
    const opened = chain?.some((one) => one.id === link.id && one.outcome === 'opened') === true;
    const through = opened ? [voice.say('report.opened')] : [];
    return [step(context, lever, link.gain?.month ?? null, [...through, ...once, ...alone, ...balance])];
  });
}

function aloneSteps(context: Context, { list }: Levers): Step[] {
  return list
    .filter((lever) => lever.state === 'may')
    .map((lever) => step(context, lever, lever.alone?.month ?? null, []));
}

function step(context: Context, lever: LeverLine, gain: string | null, more: readonly string[]): Step {
  const { voice } = context;
  const where = voice.words(lever.id, 'where');
  const by = voice.words(lever.id, 'by');
  const details = [
    ...(where === null ? [] : [voice.say('levers.where', { where: bare(where) })]),
    ...(by === null ? [] : [voice.say('levers.by', { by: bare(by) })]),
    ...more,
  ];
  return {
    title: labelWith(context, lever),
    amount: gain === null ? '' : voice.say('report.a-month', { amount: voice.gain(gain) }),
    details,
  };
}

/** Levers of the chain that were not taken, with the reason; how gains may be added. */
function remarks({ voice, audience }: Context, { chain, together }: Levers): Block[] {
  const links = (chain ?? []).filter((link) => link.outcome === 'closed' || link.outcome === 'left-out');
  const texts = links.map((link) =>
    voice.say(link.outcome === 'closed' ? 'levers.closed' : 'levers.left-out', { label: labelOf(voice, link.id) }),
  );
  if (
    audience === 'file' &&
    together !== undefined &&
    (chain ?? []).filter((link) => link.outcome === 'taken').length > 1
  )
    texts.push(voice.say('levers.note'));
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return [{ kind: 'text', tone: 'note', text: only }];
  return texts.length === 0 ? [] : [{ kind: 'list', items: texts.map((text) => ({ text })) }];
}

function asked(context: Context, { list: all }: Levers): Block[] {
  const { voice, audience } = context;
  const levers = all.filter((lever) => lever.state === 'ask');
  if (levers.length === 0) return [];
  const items = levers.map((lever) => ({
    text: labelWith(context, lever),
    under: grouped(lever.missing, (name) => name).map((group) => ({
      text: questionOf(voice, told(context, groupId(group))),
    })),
  }));
  const title = bare(voice.say('levers.ask'));
  const list: Block = { kind: 'list', items };
  if (audience === 'file') return [{ kind: 'part', title, blocks: [list] }];
  // The family's sheet stays short on paper: the rights in one sentence, the questions on demand.
  const sentence: Block = { kind: 'text', text: voice.row(items.map(({ text }) => text)) };
  return [
    { kind: 'part', title, blocks: [sentence, { kind: 'fold', summary: voice.say('open.title'), blocks: [list] }] },
  ];
}

function held(context: Context, { list }: Levers): Block[] {
  const labels = list.filter((lever) => lever.state === 'has').map((lever) => labelWith(context, lever));
  return labels.length === 0
    ? []
    : [{ kind: 'text', text: context.voice.say('levers.has', { list: labels.join(', ') }) }];
}

function labelWith(context: Context, { id, persons }: LeverLine): string {
  return labelOf(context.voice, told(context, groupId({ name: id, persons })));
}

/** Without its full stop or colon: it stands inside a sentence or as a heading. */
function bare(text: string): string {
  return text.replace(/[.\u00a0:]+$/, '');
}
