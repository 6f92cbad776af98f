import type { Diagnostic } from '../../model/diagnostic.js';
import type { Ref } from '../../model/expression.js';
import { nameOf } from '../../model/node-id.js';
import type { Place } from '../../model/pack.js';
import type { Linked, ValueRow } from '../linked.js';
import { standsAlone } from './alone.js';
import { error } from './found.js';
import { keyOf } from './names.js';

/** Rows of `values` have no household: what only a household has cannot be read there, not even behind a table. */
export function values(linked: Linked): readonly Diagnostic[] {
  return linked.scenarios.flatMap((scenario) =>
    scenario.values.flatMap((row) => {
      const { way } = standsAlone(row.value, row.month, linked.model);
      const [first, ...behind] = way ?? [];
      if (first === undefined) return [];
      const chain = [first, ...behind].map(nameOf).join(' reads ');
      const message = `${chain}: that is of a household, and \`values\` have none`;
      return [error('name-not-here', placeOf(first, row, linked), message, hintFor(first))];
    }),
  );
}

function hintFor(first: Ref): string {
  if (first.of === 'table' && first.with === undefined)
    return `Look it up with a value, ${nameOf(first)}(value), or expect it of a scenario with a household.`;
  if (first.of === 'table')
    return 'A look-up gives the last key alone. Expect the table of a scenario with a household.';
  return 'Expect it of a scenario with a household; here parameters, series and tables are read.';
}

/** Where the row reads the name; a name that stands in several rows is looked for in this one. */
function placeOf(name: Ref, { written }: ValueRow, { reads }: Linked): Place {
  const found = reads.find(
    ({ ref, place }) =>
      keyOf(ref) === keyOf(name) &&
      place.file === written.file &&
      place.line === written.line &&
      place.column >= written.column,
  );
  return found?.place ?? written;
}
