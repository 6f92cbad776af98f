import { bitsIn, type Probe, type Scene } from './possible/scene.js';
import { justBelow, span, type Class } from './unknown.js';

/** Probes by the unknown they look at. */
export function probesByUnknown(scene: Scene, deps: bigint): Map<number, Probe[]> {
  const found = new Map<number, Probe[]>();
  for (const bit of bitsIn(deps)) {
    const probe = scene.probes[bit]!;
    const known = found.get(probe.unknown);
    if (known === undefined) found.set(probe.unknown, [probe]);
    else known.push(probe);
  }
  return found;
}

/** Classes of which all probes tell the same, together: places in the list of classes. */
export function groupsOf(classes: readonly Class[], probes: readonly Probe[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [at, one] of classes.entries()) {
    const told = probes.map(({ tells }) => (tells === null ? `=${at}` : tells(one))).join(' ');
    const known = groups.get(told);
    if (known === undefined) groups.set(told, [at]);
    else known.push(at);
  }
  return [...groups.values()];
}

/** Spans of numbers cut where a probe begins to tell something else. */
export function cutClasses(classes: readonly Class[], probes: readonly Probe[], whole: boolean): Class[] {
  const cuts = [...new Set(probes.flatMap((probe) => probe.cuts))].sort((a, b) => a - b);
  return classes.flatMap((one) => {
    if (one.kind !== 'span' || one.lo === one.hi) return [one];
    const parts: Class[] = [];
    let { lo } = one;
    for (const cut of cuts) {
      const at = whole ? Math.ceil(cut) : cut;
      if (at <= lo || at > one.hi) continue;
      parts.push(span(lo, whole ? at - 1 : justBelow(at)));
      lo = at;
    }
    return [...parts, span(lo, one.hi)];
  });
}
