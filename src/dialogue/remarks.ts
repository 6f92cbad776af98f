import type { Household } from '../household/household.js';
import type { HouseholdReader } from '../household/read.js';
import type { Condition, Test } from '../model/condition.js';
import type { Model } from '../model/model.js';
import type { Notice } from '../model/needs.js';
import { walkCondition } from '../model/walk.js';
import { truthOf } from './possible/conditions.js';
import { nameOf, typeOf } from './possible/names.js';
import { isDecided } from './possible/possible.js';
import { placeOf, type Place, type Scene } from './possible/scene.js';
import { YES } from './possible/truth.js';
import { sceneOf } from './unknowns.js';

/** Something to say of what was answered so far. */
export type Remark =
  | { readonly kind: 'warning'; readonly warning: Household['warnings'][number] }
  | {
      readonly kind: 'notice';
      readonly id: string;
      /** Whom a person's notice is about. */
      readonly person: string | null;
      /** The first whole number that its condition tests, as a text may say it. */
      readonly count: number | null;
    };

/**
 * Warnings of reading a household that may have been begun only, and the pack's notices that hold for certain: whatever
 * the answers to come. A notice that rests on an assumption is none yet, since what is assumed may still be asked.
 * Nothing where the household cannot be read.
 */
export function remarksOf(model: Model, reader: HouseholdReader, input: unknown): readonly Remark[] {
  const read = reader.read(input);
  if (!read.ok) return [];
  const scene = sceneOf(model, read.value);
  const notices = [...scene.definitions.notices.values()];
  return [
    ...read.value.warnings.map((warning): Remark => ({ kind: 'warning', warning })),
    ...notices.flatMap((notice) => certain(scene, notice)),
  ];
}

/**
 * Tells of an answer whether the pack's notices doubt it: one with `doubts: yes` holds for certain with it that did not
 * without it. What cannot be read is not doubted.
 */
export function doubtsOf(model: Model, reader: HouseholdReader, without: unknown): (answered: unknown) => boolean {
  const before = doubtsThatHold(model, reader, without);
  return (answered) => [...doubtsThatHold(model, reader, answered)].some((one) => !before.has(one));
}

function doubtsThatHold(model: Model, reader: HouseholdReader, input: unknown): ReadonlySet<string> {
  const read = reader.read(input);
  if (!read.ok) return new Set();
  const scene = sceneOf(model, read.value);
  const doubting = [...scene.definitions.notices.values()].filter(({ doubts }) => doubts);
  return new Set(doubting.flatMap((notice) => certain(scene, notice)).map(keyOf));
}

/** What was not said before; a warning that only moved to another place in the file is the same. */
export function newRemarks(before: readonly Remark[], now: readonly Remark[]): readonly Remark[] {
  const known = new Set(before.map(keyOf));
  return now.filter((one) => !known.has(keyOf(one)));
}

const keyOf = (remark: Remark): string =>
  remark.kind === 'warning'
    ? JSON.stringify([remark.warning.code, remark.warning.path])
    : JSON.stringify([remark.id, remark.person]);

function certain(scene: Scene, { id, scope, when }: Notice): Remark[] {
  const { persons, members } = scene.household;
  const rows = scope === 'person' ? [...persons.keys()].slice(0, members) : [null];
  return rows
    .map((row) => placeOf(scene, row))
    .filter((place) => truthOf(when, place).may === YES)
    .map((place) => ({
      kind: 'notice',
      id,
      person: place.row === null ? null : persons[place.row]!.id,
      count: countOf(when, place),
    }));
}

function countOf(when: Condition, place: Place): number | null {
  const tests: Test[] = [];
  walkCondition(when, { test: (one) => void tests.push(one) });
  const test = tests.find(({ ref }) => typeOf(ref, place) === 'whole');
  if (test === undefined) return null;
  const value = nameOf(test.ref, place);
  return isDecided(value) && value.words.length === 0 ? value.lo : null;
}
