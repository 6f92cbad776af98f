import type { Slot, Step } from './slots.js';

/** The steps that a change of some columns can reach, among those that lead to what is wanted. */
export function reached(steps: readonly Step[], changed: readonly Slot[], wanted: readonly Slot[]): readonly Step[] {
  const leads = new Uint8Array(steps.length);
  const needed = new Set<Slot>(wanted);
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]!;
    if (!step.writes.some((slot) => needed.has(slot))) continue;
    leads[i] = 1;
    for (const slot of step.reads) needed.add(slot);
  }
  const touched = new Set<Slot>(changed);
  return steps.filter((step, i) => {
    if (leads[i] === 0 || !step.reads.some((slot) => touched.has(slot))) return false;
    for (const slot of step.writes) touched.add(slot);
    return true;
  });
}
