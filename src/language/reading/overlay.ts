import { didYouMean } from '../../model/near.js';
import { markChanged, NO_ORIGIN, type Origin } from '../values/provenance.js';
import type { Report } from '../report.js';
import { validOf, type Definition } from './definitions.js';
import type { FileContents } from './sections.js';
import {
  isDamaged,
  isMap,
  isScalar,
  keyPlace,
  kindOf,
  placeOf,
  rememberPosition,
  type Raw,
  type RawMap,
} from './tree.js';

/** Keys whose entries an overlay adds or replaces one by one. */
const BY_ENTRY = ['editions', 'values', 'months', 'items'];

/**
 * Lays an overlay on the definitions of what it lies on: `change`, `remove`, then its own definitions. The definitions it lies
 * on are not touched: changed ones are copies.
 */
export function overlaid(base: readonly Definition[], overlay: readonly FileContents[], report: Report): Definition[] {
  let definitions = [...base];
  for (const { change } of overlay) {
    for (const [id, patch] of Object.entries(change?.body ?? {})) {
      definitions = changed(
        definitions,
        id,
        patch,
        keyPlace(change?.body as RawMap, id),
        change?.file.origin ?? NO_ORIGIN,
        report,
      );
    }
  }
  for (const { remove } of overlay) {
    for (const id of remove) {
      if (!definitions.some((definition) => definition.id === id.text)) {
        report.error(
          'unknown-name',
          id.place,
          `${id.text} is not defined, so it cannot be removed`,
          didYouMean(id.text, new Set(base.map((d) => d.id)), 'Take it away.'),
        );
      }
      definitions = definitions.filter((definition) => definition.id !== id.text);
    }
  }
  for (const own of overlay.flatMap((file) => file.definitions)) {
    const before = definitions.find((definition) => definition.id === own.id && base.some((d) => d.id === own.id));
    if (before !== undefined) {
      report.error(
        'already-defined',
        [own.place, { ...before.place, caption: 'defined here' }],
        `${own.id} is defined in the pack below`,
        'Write it under change.',
      );
    } else definitions.push(own);
  }
  return definitions;
}

function changed(
  definitions: readonly Definition[],
  id: string,
  patch: Raw,
  place: Definition['place'],
  origin: Origin,
  report: Report,
): Definition[] {
  const found = definitions.filter((definition) => definition.id === id);
  const only = found[0];
  if (only === undefined) {
    report.error(
      'unknown-name',
      place,
      `${id} is not defined, so it cannot be changed`,
      didYouMean(id, new Set(definitions.map((d) => d.id)), 'Something new stands in its section.'),
    );
    return [...definitions];
  }
  if (found.length > 1 || !isMap(patch)) {
    const hint = found.length > 1 ? 'Remove it, and define it anew under another id.' : 'Write { key: value }.';
    report.error(
      'wrong-value',
      place,
      found.length > 1 ? `${id} has several definitions` : `${id}: a change is a map of keys`,
      hint,
    );
    return [...definitions];
  }
  const body = patched(only.body, patch, id, origin, report);
  return definitions.map((definition) =>
    definition === only
      ? // what is wrong with it now is wrong since the change: that is the place its author can mend
        { ...only, place, body, valid: validOf(body), damaged: only.damaged || isDamaged(body) }
      : definition,
  );
}

/** A copy of a definition with some keys replaced, added, or taken away by `none`. */
function patched(body: RawMap, patch: RawMap, id: string, origin: Origin, report: Report): RawMap {
  const out = new Map(Object.entries(body));
  const keys = new Map(Object.keys(body).map((key) => [key, keyPlace(body, key)]));
  for (const [key, raw] of Object.entries(patch)) {
    const before = out.get(key);
    keys.set(key, keyPlace(patch, key));
    if (isNone(raw) && key !== 'index' && key !== 'counts') {
      if (before === undefined)
        report.error(
          'unknown-key',
          keyPlace(patch, key),
          `${id} has no ${key} to take away`,
          didYouMean(key, Object.keys(body), 'Take the line away.'),
        );
      out.delete(key);
    } else if (BY_ENTRY.includes(key) && before !== undefined && isMap(before) && isMap(raw))
      out.set(key, byEntry(before, raw, `${id}: ${key}`, origin, report));
    else if (BY_ENTRY.includes(key) && before !== undefined && isMap(before) && key !== 'values') {
      report.error(
        'wrong-value',
        placeOf(raw),
        `${id}: ${key} is a map of entries, found ${kindOf(raw)}`,
        'Write the entries that change, or none.',
      );
    } else {
      markChanged(raw, origin);
      out.set(key, raw);
    }
  }
  const result: RawMap = Object.fromEntries(out);
  rememberPosition(result, placeOf(body), keys);
  return result;
}

function byEntry(before: RawMap, patch: RawMap, what: string, origin: Origin, report: Report): RawMap {
  const out = new Map(Object.entries(before));
  const keys = new Map(Object.keys(before).map((key) => [key, keyPlace(before, key)]));
  for (const [key, raw] of Object.entries(patch)) {
    keys.set(key, keyPlace(patch, key));
    if (!isNone(raw)) {
      markChanged(raw, origin);
      out.set(key, raw);
    } else if (!out.delete(key))
      report.error(
        'unknown-key',
        keyPlace(patch, key),
        `${what} has no ${key} to take away`,
        didYouMean(key, Object.keys(before), 'Take the line away.'),
      );
  }
  const result: RawMap = Object.fromEntries(out);
  rememberPosition(result, placeOf(before), keys);
  return result;
}

function isNone(raw: Raw): boolean {
  return isScalar(raw) && raw.text === 'none' && !raw.quoted;
}
