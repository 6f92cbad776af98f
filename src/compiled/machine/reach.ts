import type { Slot } from './slots.js';
import type { Step } from './step.js';

/** The steps that lead to what is wanted. */
export function leading(steps: readonly Step[], wanted: Iterable<Slot>): Step[] {
  const needed = new Set<Slot>(wanted);
  const taken: Step[] = [];
  for (const step of [...steps].reverse()) {
    if (!step.writes.some((slot) => needed.has(slot))) continue;
    taken.push(step);
    for (const slot of step.reads) needed.add(slot);
  }
  return taken.reverse();
}

/** Of steps, those that a change of some columns can reach. */
export function reached(steps: readonly Step[], changed: Iterable<Slot>): readonly Step[] {
  const touched = new Set<Slot>(changed);
  return steps.filter((step) => {
    if (!step.reads.some((slot) => touched.has(slot))) return false;
    for (const slot of step.writes) touched.add(slot);
    return true;
  });
}
