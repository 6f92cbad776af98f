import type { Slot } from './machine/slots.js';
import type { Step } from './machine/step.js';
import { keptFor, type Program } from './program.js';
import { leading } from './machine/reach.js';
import { planOf } from './trace/plan.js';

/**
 * The steps that lead to what every document tells. Without trace, levers and policy these are enough: nobody asks for the
 * value of a derived name that only a lever or a trace would read. Found when they are first asked for.
 */
export const documentSteps = keptFor((program): readonly Step[] => leading(program.steps, slotsTold(program)));

function slotsTold(program: Program): Slot[] {
  const { lines, splits, bills, incomes, facts, totals, figures, notices, sums } = program;
  const told: (Slot | null)[] = [
    ...Object.values(sums),
    ...lines.flatMap((line) => [line.when, line.exists, line.value, line.reference, line.paid]),
    ...lines.flatMap(({ items, parts, effects }) => [
      ...(items ?? []).map(({ when }) => when),
      ...(parts ?? []).map(({ slot }) => slot),
      ...effects.map(({ when }) => when),
    ]),
    ...splits.flatMap(({ has, taken, parts, references }) => [...has, ...taken, ...parts, references]),
    ...bills.map(({ final }) => final),
    ...incomes.flatMap(({ listed, counts, counted }) => [listed, counts, counted]),
    ...facts.flatMap(({ final, applies }) => [final, applies]),
    ...totals.map(({ steps }) => steps),
    ...figures.map(({ value }) => value),
    ...notices.map(({ when }) => when),
    ...whensOfAdjustments(program),
    // what was assumed of bills and tables is told of all that formulas read
    ...planOf(program).leading.flatMap(({ slots }) => slots),
  ];
  return told.filter((slot) => slot !== null);
}

/** Conditions of adjustments are told where they are open. */
function whensOfAdjustments({ model, compiler }: Program): Slot[] {
  return model.adjustments.flatMap(({ when }) => (when === null ? [] : (compiler.made.get(when) ?? [])));
}
