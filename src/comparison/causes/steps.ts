import type { LineNode, TraceStep } from '../../model/trace.js';
import type { Cause, Turned } from '../shapes.js';
import { definitionIn } from '../../model/definitions-of.js';
import { splitName } from '../side.js';
import { ruleCause } from './definition.js';
import { itemCauses } from './items.js';
import { type LineCauses, allOf, type Walk } from './side-by-side.js';
import { namesRead } from './reads.js';
import { inputsOf, isRead } from './tests.js';
import { turnedAt } from './turned.js';

/** After these the reference is done: what follows is a bill or a judgement, told apart. */
const END = new Set(['bill', 'override']);

/** Why the reference of a line moved: its steps beside one another, from the amount to the last adjustment. */
export function stepCauses(walk: Walk, id: string, left: LineNode, right: LineNode): LineCauses {
  const [before, after] = [byKey(left), byKey(right)];
  const causes: Cause[] = [];
  const turned: Turned[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(key), after.get(key)];
    if (one !== undefined && other !== undefined) {
      if (moves(one, other)) causes.push(...sharedStep(walk, id, one, other));
      continue;
    }
    const when = (one ?? other)?.in?.find((name) => name.startsWith('when/'));
    const hinge = when === undefined ? null : turnedAt(walk, when);
    if (hinge !== null) turned.push(hinge);
    if (when !== undefined) causes.push(...walk.of(when), ...ruleCause(walk, when));
    else causes.push(...sharedStep(walk, id, one ?? other!, other ?? one!));
  }
  causes.push(...ruleCause(walk, `line/${id}`).filter(() => causes.length === 0));
  return { causes, turned: [...turned, ...itemsTurned(walk, id, left, right)] };
}

/** Steps by name, and by the condition of their adjustment. */
function byKey({ steps }: LineNode): ReadonlyMap<string, TraceStep> {
  const found = new Map<string, TraceStep>();
  for (const one of steps) {
    if (END.has(one.step)) break;
    const when = one.in?.find((id) => id.startsWith('when/') && !id.includes('/', 5));
    found.set(one.step === 'items' || one.step === 'amount' ? 'amount' : `${one.step} ${when ?? ''}`, one);
  }
  return found;
}

/** The first step differs by its value, a later one by its factor or amount. */
function moves(left: TraceStep, right: TraceStep): boolean {
  const first = left.step === 'amount' || left.step === 'items' || left.by === undefined || right.by === undefined;
  return first ? left.value !== right.value : left.by !== right.by;
}

function sharedStep(walk: Walk, id: string, left: TraceStep, right: TraceStep): readonly Cause[] {
  const inputs = inputsOf(walk, left.in ?? [], right.in ?? []);
  if (left.step === 'items' || right.step === 'items') return [...allOf(walk, inputs), ...itemCauses(walk, id)];
  if (left.step !== 'amount') return allOf(walk, inputs);
  const { name, person } = splitName(id);
  const read = [walk.left, walk.right].flatMap((side) => {
    const amount = definitionIn(side.model.needs, name, side.month)?.amount ?? null;
    return amount === null ? [] : namesRead(side, amount, person);
  });
  const causes = allOf(
    walk,
    inputs.filter((key) => isRead(key, read)),
  );
  return causes.length > 0 ? causes : allOf(walk, inputs);
}

/** Items that apply on one side only. */
function itemsTurned(walk: Walk, id: string, left: LineNode, right: LineNode): readonly Turned[] {
  const listed = [...left.steps, ...right.steps]
    .filter(({ step }) => step === 'items')
    .flatMap((step) => step.in ?? [])
    .filter((one) => one.startsWith('when/'));
  return [...new Set(listed)].map((when) => turnedAt(walk, when)).filter((one) => one !== null);
}
