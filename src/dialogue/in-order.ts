import { probesByUnknown } from './groups.js';
import { truthOf } from './possible/conditions.js';
import { placeOf, type Scene } from './possible/scene.js';
import { YES } from './possible/truth.js';
import type { Ranked } from './rank.js';
import type { Unknown } from './unknown.js';

/**
 * Questions as they can be put to somebody: what decides whether a question arises is asked before it (whether somebody
 * studies, before where they live for it). What hangs on facts that nobody knows comes last.
 */
export function inOrder(scene: Scene, ranked: readonly Ranked[], isAsked: (unknown: Unknown) => boolean): Ranked[] {
  const byPlace = new Map(ranked.map((one) => [one.unknown.at, one]));
  const all = [...scene.unknowns.values()];
  const placed = new Set<number>();
  const first: Ranked[] = [];
  const last: Ranked[] = [];
  const place = (one: Ranked): void => {
    if (placed.has(one.unknown.at)) return;
    placed.add(one.unknown.at);
    const deciding = decidingFor(scene, one.unknown);
    for (const at of deciding) {
      const before = byPlace.get(at);
      if (before !== undefined) place(before);
    }
    (deciding.some((at) => !isAsked(all[at]!)) ? last : first).push(one);
  };
  for (const one of ranked) place(one);
  return [...first, ...last];
}

/** Places of the unknowns that decide whether a fact is one of this household. */
function decidingFor(scene: Scene, { fact, row, at }: Unknown): number[] {
  if (fact === null) return [];
  const { may, deps } = truthOf(fact.applies, placeOf(scene, row, true));
  return may === YES ? [] : [...probesByUnknown(scene, deps).keys()].filter((other) => other !== at);
}
