import { bySize, sum } from '../../comparison/amounts.js';
import type { Cause, ChangeGroup, LineChange } from '../../comparison/shapes.js';
import { placesOf } from '../../decimal/exact.js';
import { splitAt } from '../../model/node-id.js';

/**
 * The lines of a group as a reader compares them. Where several persons are on one side only, those of one name are added up, so
 * that what they eat stands beside what the others eat, or in one line. Elsewhere they are as they are.
 */
export function linesToTell({ causes, effect, lines }: ChangeGroup): readonly LineChange[] {
  if (causes.filter(({ kind }) => kind === 'person').length < 2) return lines;
  const named = new Map<string, LineChange[]>();
  for (const line of lines) {
    const key = `${line.of} ${splitAt(line.id).name} ${line.optional}`;
    const known = named.get(key);
    if (known === undefined) named.set(key, [line]);
    else known.push(line);
  }
  return bySize([...named.values()].map((some) => together(some, placesOf(effect))));
}

/** Whether persons of both sides are behind it: other people, not one who came or left. */
export function ofOtherPeople(causes: readonly Cause[]): boolean {
  const persons = causes.filter(({ kind }) => kind === 'person');
  return persons.some(({ left }) => left === null) && persons.some(({ right }) => right === null);
}

function together(lines: readonly LineChange[], places: number): LineChange {
  const [first] = lines as readonly [LineChange, ...LineChange[]];
  if (lines.length === 1) return first;
  const side = (amounts: readonly (string | null)[]): string | null => {
    const there = amounts.filter((amount) => amount !== null);
    return there.length === 0 ? null : sum(there, places);
  };
  return {
    ...first,
    id: splitAt(first.id).name,
    left: side(lines.map(({ left }) => left)),
    right: side(lines.map(({ right }) => right)),
    effect: sum(
      lines.map((line) => line.effect),
      places,
    ),
    turned: lines.flatMap(({ turned }) => turned),
  };
}
