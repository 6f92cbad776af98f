import type { Condition } from '../model/condition.js';
import { nameOf } from '../model/node-id.js';
import { walkCondition } from '../model/walk.js';
import { truthOf } from './possible/conditions.js';
import { placeOf, type Scene } from './possible/scene.js';
import { YES } from './possible/truth.js';
import type { Class, Unknown } from './unknown.js';

/**
 * The words that an unknown fact of a person may be at this age and in this role: without those that a notice with `doubts: yes`
 * calls unlike them (a nursery school at 12), as a number outside its plausible span is left out. All, where none would be left.
 */
export function fittingClasses(scene: Scene, { at, fact, row, classes }: Unknown): readonly Class[] {
  if (fact === null || row === null || classes[0]?.kind !== 'word') return classes;
  const doubts = [...scene.definitions.notices.values()].filter(
    (one) => one.doubts && one.scope === 'person' && isAboutAlone(scene, one.when, fact.id),
  );
  if (doubts.length === 0) return classes;
  const place = (is: Class): ReturnType<typeof placeOf> =>
    placeOf({ ...scene, open: scene.open.map((one, i) => (i === at ? [is] : one)), memo: new Map() }, row);
  const fitting = classes.filter((one) => doubts.every(({ when }) => truthOf(when, place(one)).may !== YES));
  return fitting.length === 0 ? classes : fitting;
}

/** It tests this fact, and beside it only what is built in. */
function isAboutAlone({ definitions }: Scene, when: Condition, fact: string): boolean {
  const tested = new Set<string>();
  walkCondition(when, { test: ({ ref }) => void tested.add(ref.of === 'fact' ? ref.id : nameOf(ref)) });
  return tested.delete(fact) && [...tested].every((id) => definitions.facts.get(id)?.builtIn === true);
}
