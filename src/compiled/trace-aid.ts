import type { Expression } from '../model/expression.js';
import type { AidNode, LineNode, TraceStep } from '../model/trace.js';
import { aidLines, aidSteps } from './aid-block.js';
import { readExact, truthsOf, valuesOf, type Batch } from './batch.js';
import { working, workExactly } from './effects.js';
import { multiply, numOf, textOf } from './nums.js';
import type { AidLine, PolicySlots } from './policy-slots.js';
import { namesOfExpression } from './refs.js';
import { YES } from './slots.js';
import { lineStep } from './steps.js';
import { moneyOf } from './text.js';
import { effectLinks } from './trace-lines.js';
import {
  addEntry,
  always,
  entryFor,
  follow,
  idOf,
  idsOf,
  KINDS,
  linksOf,
  type Entry,
  type Reading,
  type TracePlan,
  type Visit,
} from './trace-plan.js';

const workedOn = (batch: Batch, { line, effects }: AidLine, row: number): boolean =>
  truthsOf(batch, line.exists)[row] === YES && working(batch, effects, row).length > 0;

/** Lines on which the policy works: from the need, through its verbs. */
export function planAidLines(plan: TracePlan, slots: PolicySlots): void {
  for (const aidLine of slots.lines) {
    const { line, effects, aid } = aidLine;
    if (effects.length === 0) continue;
    const key = `aid-line/${line.need.id}{at}`;
    const links = effectLinks(plan, effects, `${slots.policy.id}/`);
    const own = entryFor(plan, { of: 'line', id: line.need.id }, null)!;
    const { rows } = line;
    addEntry(plan, key, () => ({
      rows,
      order: [KINDS.line, line.at, 1],
      links: (reading, row, visit) => {
        visit(own, row);
        for (const effect of working(reading.batch, effects, row))
          follow(reading, links.get(effect) ?? [], rows, row, visit);
      },
      node: (reading, row): LineNode => {
        const { program, batch } = reading;
        const c = program.compiler;
        let value = multiply(c.arena, readExact(batch, line.paid, row), lineStep(c).num);
        const steps = working(batch, effects, row).map((effect, i): TraceStep => {
          const named = idsOf(reading, links.get(effect) ?? [], rows, row);
          if (i === 0) named.unshift(idOf(reading, own, row));
          if (effect.by === null) return { step: effect.verb, in: named, value: '0' };
          value = workExactly(c, batch, effect, value, row);
          return { step: effect.verb, by: textOf(readExact(batch, effect.by, row)), in: named, value: textOf(value) };
        });
        const told = moneyOf(c, valuesOf(batch, aid)[row]!);
        if (steps[0]?.step !== 'leave-out')
          steps.push({ step: 'round', by: program.model.pack.rounding, in: [], value: told });
        return { id: idOf(reading, plan.byKey.get(key)!, row), kind: 'line', steps, value: told };
      },
      exists: (batch, row) => workedOn(batch, aidLine, row),
      root: ({ policy }) => policy,
    }));
  }
}

/** What the policy proposes. */
export function planAid(plan: TracePlan, slots: PolicySlots): void {
  const { policy } = slots;
  const formulas = [policy.aid?.pays, policy.aid?.minimum, policy.aid?.once].filter(
    (e) => e !== null && e !== undefined,
  );
  const links = linksOf(
    plan,
    formulas.flatMap((e) => namesOfExpression(e)),
  );
  const income = entryFor(plan, { of: 'sum', id: 'income' }, null)!;
  const visitAll = (reading: Reading, visit: Visit): void => {
    for (const { aidLine, row } of aidLines(reading.program, reading.batch, slots)) {
      const { id } = aidLine.line.need;
      const worked = workedOn(reading.batch, aidLine, row);
      const entry: Entry | undefined = plan.byKey.get(worked ? `aid-line/${id}{at}` : `line/${id}{at}`);
      if (entry !== undefined) visit(entry, row);
    }
    visit(income, 0);
    follow(reading, links, 'household', 0, visit);
  };
  addEntry(plan, `aid/${policy.id}`, () => ({
    rows: 'household',
    order: [KINDS.aid, 0],
    links: (reading, _row, visit) => visitAll(reading, visit),
    node: (reading) => {
      const ids: string[] = [];
      visitAll(reading, (entry, row) => {
        const id = idOf(reading, entry, row);
        if (!ids.includes(id)) ids.push(id);
      });
      return aidNode(reading, slots, ids);
    },
    exists: always,
    root: ({ policy: wanted }) => wanted,
  }));
}

function aidNode({ program, batch }: Reading, slots: PolicySlots, named: string[]): AidNode {
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
  return { id: `aid/${policy.id}`, kind: 'aid', steps, value: money(pays), in: named };
}

/** The number of `number * gap`, the one formula whose factor is told. */
function factorOfGap(e: Expression | null): string | null {
  if (e?.kind !== 'multiply' || e.left.kind !== 'number' || e.right.kind !== 'name') return null;
  const { ref } = e.right;
  return ref.of === 'sum' && ref.id === 'gap' ? e.left.value : null;
}
