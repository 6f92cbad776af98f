import { monthText } from '../../calendar/month.js';
import type { Place } from '../../model/pack.js';
import type { Valid } from '../../model/value.js';
import type { RefRead } from './reads.js';
import type { Report } from '../report.js';

/** A definition whose months may be narrowed by what it reads. */
export interface Dated {
  readonly id: string;
  /** `parameter`, `table` …: the `of` of a name that means it. */
  readonly of: string;
  readonly place: Place;
  readonly reads: readonly RefRead[];
  valid: Valid;
}

/**
 * What reads an id is itself valid only in months in which the id is. Narrows until nothing changes; tells what is then never
 * valid, and what would have to exist in two bands.
 */
export function narrowValid(entries: readonly Dated[], report: Report): void {
  const byName = new Map<string, Dated[]>();
  for (const entry of entries) {
    const key = `${entry.of}/${entry.id}`;
    byName.set(key, [...(byName.get(key) ?? []), entry]);
  }
  const told = new Set<Dated>();
  for (let again = true; again;) {
    again = false;
    for (const entry of entries) {
      for (const { ref, asOf } of entry.reads) {
        if (asOf !== null || ref.of === 'line' || told.has(entry)) continue;
        const name = 'id' in ref ? ref.id : 'kind' in ref ? ref.kind : '';
        const targets = byName.get(`${ref.of}/${name}`);
        if (targets === undefined) continue;
        const bands = intersect(entry.valid, union(targets.map((target) => target.valid)));
        const only = bands[0];
        if (bands.length === 1 && only !== undefined) {
          if (only.from !== entry.valid.from || only.to !== entry.valid.to) {
            entry.valid = only;
            again = true;
          }
          continue;
        }
        told.add(entry);
        const place: readonly (Place & { caption?: string })[] = [
          entry.place,
          ...targets.map((t) => ({ ...t.place, caption: `${name} ${text(t.valid)}` })),
        ];
        if (bands.length === 0)
          report.error(
            'never-valid',
            place,
            `${entry.id} reads ${name}, which is never valid when it is`,
            'Change one of the two bands under valid.',
          );
        else
          report.error(
            'valid-gap',
            place,
            `${entry.id} reads ${name}, which has a gap in between`,
            'Write a list of definitions, one on each side of the gap.',
          );
      }
    }
  }
}

function text({ from, to }: Valid): string {
  return `${from === null ? '' : monthText(from)}..${to === null ? '' : monthText(to)}`;
}

function union(list: readonly Valid[]): Valid[] {
  const sorted = [...list].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  const out: Valid[] = [];
  for (const band of sorted) {
    const last = out[out.length - 1];
    if (last !== undefined && (last.to === null || (band.from ?? -Infinity) <= last.to + 1)) {
      out[out.length - 1] = {
        from: last.from,
        to: last.to === null || band.to === null ? null : Math.max(last.to, band.to),
      };
    } else out.push(band);
  }
  return out;
}

function intersect(own: Valid, bands: readonly Valid[]): Valid[] {
  return bands.flatMap((band) => {
    const from = Math.max(own.from ?? -Infinity, band.from ?? -Infinity);
    const to = Math.min(own.to ?? Infinity, band.to ?? Infinity);
    return from > to ? [] : [{ from: from === -Infinity ? null : from, to: to === Infinity ? null : to }];
  });
}
