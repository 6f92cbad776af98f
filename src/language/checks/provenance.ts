import type { Diagnostic } from '../../model/diagnostic.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { error, type Finder } from './found.js';

/** No number without source or status, no assumption without a note, no lowering without its reason. */
export function provenance(linked: Linked, _domains: Domains, find: Finder): readonly Diagnostic[] {
  return [...unsourced(linked), ...unexplained(linked), ...lowering(linked, find)];
}

function unsourced({ numbers }: Linked): readonly Diagnostic[] {
  return numbers.flatMap(({ from, path, place, value }) => {
    if (from !== null) return [];
    const hint =
      'Write `source:` (a key of `sources`) or `status: assumption` with a note, on the number, its definition or the file.';
    return [error('no-source', place, `the number ${value} of "${path}" has no source and no status`, hint)];
  });
}

/** Numbers that share the place of what should explain them are told once a definition. */
function unexplained({ numbers }: Linked): readonly Diagnostic[] {
  const told = new Map<string, Diagnostic>();
  for (const { from, note, path, place, value } of numbers) {
    if (from?.status !== 'assumption' || note !== null || told.has(path)) continue;
    const hint = 'Write `note:` with a clause that says what it rests on.';
    told.set(
      path,
      error(
        'assumption-without-note',
        place,
        `the number ${value} of "${path}" is an assumption and nothing says what it rests on`,
        hint,
      ),
    );
  }
  return [...told.values()];
}

function lowering({ model, notes }: Linked, find: Finder): readonly Diagnostic[] {
  const noted = new Set(notes.filter(({ note }) => note !== undefined).map(({ path }) => path));
  const all = [
    ...model.needs.map(({ mayLower }, at) => ({ mayLower, info: find.info('needs', at) })),
    ...model.adjustments.map(({ mayLower }, at) => ({ mayLower, info: find.info('adjustments', at) })),
    ...model.tables.map(({ mayLower }, at) => ({ mayLower, info: find.info('tables', at) })),
  ];
  return all.flatMap(({ mayLower, info }) => {
    if (!mayLower || noted.has(info.path)) return [];
    const place = info.keys['may-lower'] ?? info.place;
    return [
      error(
        'may-lower-without-note',
        place,
        `"${info.id}" may lower a line and no note says why`,
        'Write `note:` beside `may-lower: yes`.',
      ),
    ];
  });
}
