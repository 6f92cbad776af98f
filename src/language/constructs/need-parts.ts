import type { Need } from '../../model/needs.js';
import type { Reader, TableSignature } from '../context.js';
import { toMonth } from '../values/convert.js';
import { didYouMean } from '../../model/near.js';
import { resolveName } from '../values/resolve.js';
import type { Scalar } from '../reading/tree.js';

/** `parts: survey` of a table with `gives`: each result a month. */
export function linkParts(name: Scalar, reader: Reader): Need['parts'] {
  const { context } = reader;
  const table: TableSignature | null =
    context.byId.get(name.text)?.[0]?.section === 'tables' ? context.table(name.text) : null;
  if (table === null && context.byId.get(name.text)?.[0]?.section === 'tables') return null;
  if (table === null || table.gives[0] === '') {
    const known = context.definitions.filter((d) => d.section === 'tables' && 'gives' in d.body).map((d) => d.id);
    context.report.error(
      'unknown-name',
      name.place,
      `${name.text} is no table with gives`,
      didYouMean(name.text, known, 'Parts are the results of such a table.'),
    );
    return null;
  }
  const parts = table.gives.map((column) => {
    const found = resolveName(`${name.text}.${column}`, reader, name.place);
    if (found === null) return null;
    const expression = toMonth(
      {
        expression: { kind: 'name', ref: found.ref },
        type: found.type,
        unit: found.unit,
        bare: false,
        values: [],
        pending: found.pending === true,
      },
      name.place,
      reader,
    );
    return expression === null ? null : { id: column, value: expression };
  });
  return parts.includes(null) ? null : (parts as NonNullable<Need['parts']>);
}
