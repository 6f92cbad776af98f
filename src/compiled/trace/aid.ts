import type { Expression } from '../../model/expression.js';
import type { AidNode, LineNode, TraceStep } from '../../model/trace.js';
import { aidLines, aidSteps } from '../blocks/aid.js';
import { type Batch, readTruth, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { working, workExactly } from '../lines/effects.js';
import { later } from '../machine/later.js';
import { multiply, numOf, textOf } from '../machine/nums.js';
import type { AidLine, PolicySlots } from '../levers/policy-slots.js';
import { namesOfExpression } from '../formulas/refs.js';
import { YES } from '../machine/slots.js';
import { lineStep } from '../compiler/steps.js';
import { moneyOf } from '../compiler/text.js';
import { idsOf, linksOf, merged, nameAll, NO_LINKS } from './links.js';
import { effectLinks } from './line-links.js';
import { always, KINDS, nothing, type Entry, type Reading, type TracePlan } from './entry.js';
import { addEntry, entryFor } from './planned.js';
import { idOf, name } from './roster.js';

const workedOn = (batch: Batch, { line, effects }: AidLine, row: number): boolean =>
  readTruth(batch, line.exists, row) === YES && working(batch, effects, row).length > 0;

/** Lines on which the policy works: from the need, through its verbs. */
export function planAidLines(plan: TracePlan, slots: PolicySlots): void {
  for (const aidLine of slots.lines) {
    const { line, effects, aid } = aidLine;
    if (effects.length === 0) continue;
    const links = later(() => effectLinks(plan, effects, `${slots.policy.id}/`));
    const own = entryFor(plan, { of: 'line', id: line.need.id }, null)!;
    const { rows } = line;
    addEntry(plan, `aid-line/${line.need.id}{at}`, {
      kind: KINDS.aidLine,
      order: [line.at],
      rows,
      slots: [],
      uses: nothing,
      names: (reading, row) => {
        name(reading, own, row);
        for (const effect of working(reading.batch, effects, row))
          nameAll(reading, links().get(effect) ?? NO_LINKS, rows, row);
      },
      node: (reading, row, id): LineNode => {
        const { program, batch } = reading;
        const c = program.compiler;
        let value = multiply(c.arena, readExact(batch, line.paid, row), lineStep(c).num);
        const steps = working(batch, effects, row).map((effect, i): TraceStep => {
          const of = idsOf(reading, links().get(effect) ?? NO_LINKS, rows, row);
          const named = i === 0 ? [idOf(reading, own, row), ...of] : of;
          if (effect.by === null) return { step: effect.verb, in: named, value: '0' };
          value = workExactly(c, batch, effect, value, row);
          return { step: effect.verb, by: textOf(readExact(batch, effect.by, row)), in: named, value: textOf(value) };
        });
        const told = moneyOf(c, readValue(batch, aid, row));
        if (steps[0]?.step !== 'leave-out')
          steps.push({ step: 'round', by: program.model.pack.rounding, in: [], value: told });
        return { id, kind: 'line', steps, value: told };
      },
      exists: (batch, row) => workedOn(batch, aidLine, row),
      root: (_batch, _row, { policy }) => policy,
    });
  }
}

/** What the policy proposes. */
export function planAid(plan: TracePlan, slots: PolicySlots): void {
  const { policy } = slots;
  const formulas = [policy.aid?.pays, policy.aid?.minimum, policy.aid?.once].filter(
    (e) => e !== null && e !== undefined,
  );
  const links = later(() =>
    linksOf(
      plan,
      formulas.flatMap((e) => namesOfExpression(e)),
      { first: entryFor(plan, { of: 'sum', id: 'income' }, null)! },
    ),
  );
  const lines = ({ program, batch }: Reading): { entry: Entry; row: number }[] =>
    aidLines(program, batch, slots).map(({ aidLine, row }) => {
      const kind = workedOn(batch, aidLine, row) ? 'aid-line' : 'line';
      return { entry: plan.byKey.get(`${kind}/${aidLine.line.need.id}{at}`)!, row };
    });
  addEntry(plan, `aid/${policy.id}`, {
    kind: KINDS.aid,
    order: [0],
    rows: 'household',
    slots: [],
    uses: nothing,
    names: (reading) => {
      for (const { entry, row } of lines(reading)) name(reading, entry, row);
      nameAll(reading, links(), 'household', 0);
    },
    node: (reading, _row, id): AidNode => {
      const ids = lines(reading).map(({ entry, row }) => idOf(reading, entry, row));
      return aidNode(reading, id, slots, merged([ids, idsOf(reading, links(), 'household', 0)]));
    },
    exists: always,
    root: (_batch, _row, { policy: wanted }) => wanted,
  });
}

function aidNode({ program, batch }: Reading, id: string, slots: PolicySlots, named: readonly string[]): AidNode {
  const c = program.compiler;
  const { policy, minimum } = slots;
  const { need, gap, capped, below, pays, once } = aidSteps(program, batch, slots);
  const money = (steps: number): string => moneyOf(c, steps);
  const factor = factorOfGap(policy.aid?.pays ?? null);
  const steps: AidNode['steps'][number][] = [
    { step: 'need in the aid column', value: money(need) },
    { step: 'gap', value: money(gap) },
  ];
  if (policy.aid !== null)
    steps.push({
      step: 'pays',
      ...(factor === null ? {} : { by: textOf(numOf(c.arena, factor)) }),
      value: money(capped),
    });
  if (below && minimum !== null)
    steps.push({ step: 'minimum', by: textOf(readExact(batch, minimum, 0)), value: money(pays) });
  if (slots.once !== null) steps.push({ step: 'once', value: money(once) });
  return { id, kind: 'aid', steps, value: money(pays), in: named };
}

/** The number of `number * gap`, the one formula whose factor is told. */
function factorOfGap(e: Expression | null): string | null {
  if (e?.kind !== 'multiply' || e.left.kind !== 'number' || e.right.kind !== 'name') return null;
  const { ref } = e.right;
  return ref.of === 'sum' && ref.id === 'gap' ? e.left.value : null;
}
