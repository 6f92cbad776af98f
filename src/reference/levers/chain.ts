import { Exact } from '../../decimal/exact.js';
import type { ChainLink, Gain, LeverLine, Levers } from '../../model/lever-lines.js';
import { changesOf, leverStates, onceOf, type LeverState } from './lever.js';
import { moneyText } from '../lines/need.js';
import { atText, personId } from '../persons.js';
import type { Run } from '../run.js';
import { runHousehold } from '../strata.js';
import { balanceOf } from '../lines/sums.js';
import { ZERO } from '../values/value.js';

interface Tried {
  readonly run: Run;
  readonly month: Exact;
  readonly once: Exact;
}

/** Each lever that may is tried alone against today; with `chain`, one after the other, best first. */
export async function leversOf(today: Run, states: readonly LeverState[], mode: 'alone' | 'chain'): Promise<Levers> {
  const alone = new Map<string, Tried>();
  for (const state of states) if (state.state === 'may') alone.set(state.lever.id, await tried(today, state));
  const list = states.map((state) => leverLine(today, state, alone.get(state.lever.id)));
  return mode === 'alone' ? { list } : { list, ...(await chain(today, states, alone)) };
}

/** A whole new run in which a lever's facts hold. */
async function tried(before: Run, state: LeverState): Promise<Tried> {
  const run = await runHousehold(before.model, before.household, before.policy, changesOf(before, state), before);
  return { run, month: balanceOf(run).number.sub(balanceOf(before).number), once: onceOf(before, state) };
}

function leverLine(run: Run, { lever, state, persons, missing }: LeverState, alone: Tried | undefined): LeverLine {
  return {
    id: lever.id,
    state,
    persons: persons.map((person) => personId(run, person)),
    missing,
    alone: alone === undefined ? null : gain(run, alone.month, alone.once),
    node: `lever/${lever.id}${lever.for === 'person' ? atText(run, persons[0] ?? null) : ''}`,
  };
}

function gain(run: Run, month: Exact, once: Exact): Gain {
  return { month: moneyText(run, month), once: moneyText(run, once) };
}

async function chain(
  today: Run,
  statesToday: readonly LeverState[],
  alone: ReadonlyMap<string, Tried>,
): Promise<Required<Pick<Levers, 'chain' | 'together'>>> {
  const queue = [...alone].sort(([a, x], [b, y]) => y.month.cmp(x.month) || (a < b ? -1 : 1)).map(([id]) => id);
  const known = new Set(queue);
  const links: ChainLink[] = [];
  let run = today;
  let states = statesToday;
  let [month, once] = [ZERO, ZERO];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (alone.get(id)?.month.lt(0) === true) {
      links.push({ id, outcome: 'left-out', gain: null, balance: null });
      continue;
    }
    const state = states.find((one) => one.lever.id === id);
    if (state?.state !== 'may') {
      links.push({ id, outcome: 'closed', gain: null, balance: null });
      continue;
    }
    // The first one taken was tried on the same run already.
    const next = (run === today ? alone.get(id) : undefined) ?? (await tried(run, state));
    [run, month, once] = [next.run, month.add(next.month), once.add(next.once)];
    links.push({ id, outcome: 'taken', gain: gain(run, next.month, next.once), balance: balanceText(run) });
    states = await leverStates(run);
    const opened = states.filter((one) => one.state === 'may' && !known.has(one.lever.id)).map((one) => one.lever.id);
    for (const one of opened.sort()) {
      known.add(one);
      queue.push(one);
      links.push({ id: one, outcome: 'opened', gain: null, balance: null });
    }
  }
  return { chain: links, together: { ...gain(run, month, once), balance: balanceText(run) } };
}

function balanceText(run: Run): string {
  return moneyText(run, balanceOf(run).number);
}
