import { factOf } from './possible/facts.js';
import { KNOWN } from './possible/possible.js';
import type { Scene } from './possible/scene.js';
import type { Tables } from './tables.js';
import type { Class, Unknown } from './unknown.js';

/** A household is mostly as the pack assumes; a question whose rare answer would settle much is not the best one. */
const ASSUMED = 2;

/**
 * How likely an answer is, for ranking alone: what the pack assumes weighs twice as much as all else together; where
 * it assumes nothing, all answers weigh the same.
 */
export function likelihood({ scene, groups }: Tables): (unknown: Unknown, group: number) => number {
  const assumed = new Map<number, readonly string[] | null>();
  return (unknown, group) => {
    const all = groups[unknown.at]!;
    if (!assumed.has(unknown.at)) assumed.set(unknown.at, assumedWords(scene, unknown));
    const words = assumed.get(unknown.at) ?? null;
    const said = all[group]!.filter(({ kind }) => kind !== 'silent');
    if (words === null || words.length === 0) return said.length;
    const others = all.flat().filter((one) => !isAssumed(one, words)).length;
    return said.reduce(
      (sum, one) => sum + (isAssumed(one, words) ? (ASSUMED * Math.max(1, others)) / words.length : 1),
      0,
    );
  };
}

const isAssumed = (one: Class, words: readonly string[]): boolean => one.kind === 'word' && words.includes(one.word);

function assumedWords(scene: Scene, { at, fact, row }: Unknown): readonly string[] | null {
  if (fact?.assume == null) return null;
  const open = scene.open.map((classes, i): readonly Class[] => (i === at ? [{ kind: 'silent' }] : classes));
  const value = factOf({ ...scene, open, memo: new Map() }, fact.id, row);
  return (value.states & KNOWN) === 0 ? null : value.words;
}
