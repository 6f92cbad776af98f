import { monthText } from '../../calendar/month.js';
import type { Valid } from '../../model/value.js';
import type { Report } from '../report.js';
import type { Definition } from './definitions.js';

/** Definitions by id. Tells an id that is defined twice or is a basket's, and a list of definitions whose months overlap. */
export function groupById(
  definitions: readonly Definition[],
  baskets: readonly string[],
  report: Report,
): ReadonlyMap<string, readonly Definition[]> {
  const byId = new Map<string, Definition[]>();
  for (const definition of definitions) {
    if (baskets.includes(definition.id))
      report.error(
        'duplicate-id',
        definition.place,
        `${definition.id} is a basket already`,
        'An id is used once in the whole pack, and the texts name baskets by theirs: choose another.',
      );
    const before = byId.get(definition.id);
    if (before === undefined) {
      byId.set(definition.id, [definition]);
      continue;
    }
    const first = before[0] as Definition;
    const sameList =
      first.section === definition.section && first.file === definition.file && definition.path !== definition.id;
    const overlapping = before.find((other) => meet(other.valid, definition.valid));
    // a damaged one has its finding, and its months may be what is damaged
    if (first.damaged || definition.damaged) {
      before.push(definition);
      continue;
    }
    if (!sameList) {
      report.error(
        'duplicate-id',
        [definition.place, { ...first.place, caption: 'first defined here' }],
        `${definition.id} is defined twice`,
        'An id is used once in the whole pack, whatever its section; several definitions stand in one list, each with valid.',
      );
      continue;
    }
    if (overlapping !== undefined) {
      report.error(
        'overlapping-valid',
        [definition.place, { ...overlapping.place, caption: band(overlapping.valid) }],
        `two definitions of ${definition.id} are valid in one month: ${band(overlapping.valid)} and ${band(definition.valid)}`,
        'Let one end in the month before the other begins.',
      );
    }
    before.push(definition);
  }
  return byId;
}

function meet(a: Valid, b: Valid): boolean {
  return (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity);
}

function band({ from, to }: Valid): string {
  return `${from === null ? '' : monthText(from)}..${to === null ? '' : monthText(to)}`;
}
