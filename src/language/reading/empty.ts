import type { Report } from '../report.js';
import { isDamaged, isList, isMap, isScalar, keyPlace, placeOf, type Raw } from './tree.js';

/** Empty maps, lists and values say nothing, and are mostly a slip; households and expectations may hold empty lists. */
export function refuseEmpty(raw: Raw, report: Report, path: readonly string[] = []): void {
  const free = path[0] === 'scenarios' || path[0] === 'families';
  if (isScalar(raw)) return;
  const entries = isList(raw) ? raw.map((entry, i) => [String(i), entry] as const) : Object.entries(raw);
  if (entries.length === 0 && !free && !isDamaged(raw)) {
    report.error(
      'empty',
      placeOf(raw),
      `an empty ${isList(raw) ? 'list' : 'map'} says nothing`,
      'Fill it, or take the key away.',
    );
  }
  for (const [key, entry] of entries) {
    if (isScalar(entry) && entry.text === '' && !entry.quoted) {
      report.error(
        'empty',
        isMap(raw) ? keyPlace(raw, key) : placeOf(entry),
        `${key} has no value`,
        'Write its value, or take the key away.',
      );
    } else refuseEmpty(entry, report, path.length < 2 ? [...path, key] : path);
  }
}
