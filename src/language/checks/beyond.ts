import { Exact, plain } from '../../decimal/exact.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Ref, TableKey } from '../../model/expression.js';
import { nameOf } from '../../model/node-id.js';
import { formulaFrom } from '../constructs/table-beyond.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { error } from './found.js';
import { keyOf } from './names.js';

/**
 * A table that goes on beyond its rows does so by a formula of its own last key. Looked up with another value, it must be
 * certain that this value is among the rows that are written out.
 */
export function beyond({ model, reads }: Linked, domains: Domains): readonly Diagnostic[] {
  return reads.flatMap(({ ref, place }) => {
    if (ref.of !== 'table' || ref.with === undefined) return [];
    const key = ref.with;
    const starts = model.tables
      .filter(({ id, by }) => id === ref.id && !isOwn(key, by[by.length - 1]!))
      .flatMap(({ by, editions }) => editions.flatMap(({ rows }) => formulaFrom(rows, by[by.length - 1]!) ?? []));
    if (starts.length === 0 || staysBelow(key, Exact.min(...starts), domains)) return [];
    const last = plain(Exact.min(...starts).minus(1));
    return [
      error(
        'beyond-lookup',
        place,
        `"${nameOf(ref)}" may be asked for more than ${last}, where "${ref.id}" goes on by its own key only`,
        key.kind === 'literal'
          ? `Ask for ${last} at most, or write more rows.`
          : `Give ${nameOf(key.ref)} a range that ends at ${last} or below, or write more rows.`,
      ),
    ];
  });
}

function isOwn(key: TableKey, own: Ref): boolean {
  return key.kind === 'name' && keyOf(key.ref) === keyOf(own);
}

function staysBelow(key: TableKey, start: Exact, domains: Domains): boolean {
  if (key.kind === 'literal') return new Exact(key.value).lt(start);
  const { ref } = key;
  const { to } = domains.of(ref).numbers;
  if (to !== null) return to.lt(start);
  // nobody lives with so many that counting them would leave the rows
  const rules =
    ref.of === 'derived' ? domains.model.derived.filter(({ id }) => id === ref.id).map(({ rule }) => rule) : [];
  return (
    rules.length > 0 &&
    rules.every((rule) => rule.kind === 'rank' || (rule.kind === 'aggregate' && rule.how === 'count'))
  );
}
