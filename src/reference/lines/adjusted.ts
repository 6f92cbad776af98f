import { Exact, snap } from '../../decimal/exact.js';
import { VERBS, type Verb } from '../../model/needs.js';
import { adjustmentsOn } from './adjustment.js';
import { timesFactor, type Progress } from './need.js';
import { readingsOf } from '../values/readings.js';
import type { Reading, Reads, Run } from '../run.js';
import type { AdjustmentState, LineStep } from '../states.js';
import { bounded, weakest, ZERO, type NumberValue } from '../values/value.js';
import { atText } from '../persons.js';

/** One effect of an adjustment that holds, with what its step names. */
export interface Effect {
  readonly verb: Verb;
  readonly by: NumberValue | null;
  readonly reads: Reads;
}

/** The five verbs on one line, in their order whatever the files' order. */
export function adjusted(progress: Progress, run: Run, need: string, person: number | null, id: string): Progress {
  return withEffects(
    progress,
    adjustmentsOn(run, need, person).flatMap((state) => effectsOf(run, state, '')),
    id,
  );
}

/** The effects of an adjustment; `policy/` before the id of a policy's. */
export function effectsOf(run: Run, { adjustment, view, effects }: AdjustmentState, prefix: string): Effect[] {
  const when: Reading[] =
    adjustment.when === null ? [] : [{ node: `when/${prefix}${adjustment.id}${atText(run, view.person)}` }];
  return effects.map(({ verb, by, formula }) => ({ verb, by, reads: () => [...when, ...readingsOf(formula, view)] }));
}

export function withEffects(progress: Progress, effects: readonly Effect[], id: string): Progress {
  let line = progress;
  for (const verb of VERBS) {
    const working = effects.filter((one) => one.verb === verb);
    if (working.length === 0) continue;
    if (verb === 'leave-out') return leftOut(line, working);
    if (verb === 'scale' || verb === 'increase') for (const one of working) line = work(line, one, id);
    else line = bound(line, working, id);
  }
  return line;
}

function leftOut(line: Progress, working: readonly Effect[]): Progress {
  const steps = working.map(({ reads }) => ({ step: 'leave-out', reads, value: '0' }));
  return { ...line, leftOut: true, value: { ...line.value, number: ZERO }, steps: [...line.steps, ...steps] };
}

function work(line: Progress, { verb, by, reads }: Effect, id: string): Progress {
  const number = by ?? missing(id);
  if (verb === 'scale') return timesFactor(line, id, verb, number.number, reads, number.status, number.open);
  return stepTo(line, verb, number, reads, line.value.number.add(number.number), id);
}

/** The largest `at-least`, the smallest `at-most`; of equals the first. */
export function tightest(working: readonly Effect[]): Effect {
  return working.reduce((best, one) => {
    const order = snap((one.by ?? missing(one.verb)).number).cmp(snap((best.by ?? missing(best.verb)).number));
    return (one.verb === 'at-least' ? order > 0 : order < 0) ? one : best;
  });
}

/** The tightest bound; what is open of the others might be tighter. */
function bound(line: Progress, working: readonly Effect[], id: string): Progress {
  const { verb, by, reads } = tightest(working);
  const number = { ...(by ?? missing(id)), open: working.some((one) => one.by?.open === true) };
  const [now, limit] = [snap(line.value.number), snap(number.number)];
  return stepTo(line, verb, number, reads, verb === 'at-least' ? Exact.max(now, limit) : Exact.min(now, limit), id);
}

function stepTo(line: Progress, verb: Verb, by: NumberValue, reads: Reads, number: Exact, id: string): Progress {
  const value = bounded(
    {
      state: 'number' as const,
      number,
      open: line.value.open || by.open,
      status: weakest([line.value.status, by.status]),
    },
    id,
  );
  const step: LineStep = { step: verb, by: by.number, reads, value: number };
  return { ...line, value, steps: [...line.steps, step] };
}

function missing(id: string): never {
  throw new Error(`${id}: a verb without a number`);
}
