import { Exact, plain, roundTo } from '../../decimal/exact.js';
import type { Expression } from '../../model/expression.js';
import type { Row } from '../../model/numbers.js';
import { numberExpression } from '../values/formula.js';
import type { Reader } from '../context.js';
import { numberText } from '../values/literal.js';
import type { Origin } from '../values/provenance.js';
import { keyPlace, type RawMap, type Scalar } from '../reading/tree.js';

/** `uprate: { by: 2%, round: 10 }`: each number of the edition before × (1 + by), then rounded. Null after a finding. */
export function uprated(
  id: string,
  edition: RawMap,
  before: readonly Row[] | null,
  origin: Origin,
  reader: Reader,
): readonly Row[] | null {
  const { report } = reader.context;
  const place = keyPlace(edition, 'uprate');
  if ('rows' in edition || 'file' in edition) {
    report.error('exactly-one', place, `${id}: an edition has exactly one of rows, uprate, file`, 'Take one away.');
    return null;
  }
  if (before === null) {
    report.error('uprate', place, `${id}: there is no edition before this one`, 'Write the first edition as rows.');
    return null;
  }
  const raw = edition.uprate as { by: Scalar; round?: Scalar };
  const factor = new Exact(numberText(raw.by.text) ?? '0').plus(1);
  const step = raw.round === undefined ? null : new Exact(numberText(raw.round.text) ?? '1');
  if (before.some((row) => row.results.some((result) => result !== null && result.kind !== 'number'))) {
    report.error('uprate', place, `${id}: only numbers can be uprated`, 'Write the rows of this edition.');
    return null;
  }
  const one = (result: Expression | null): Expression | null => {
    if (result?.kind !== 'number') return null;
    const value = new Exact(result.value).mul(factor);
    const text = plain(step === null ? value : roundTo(value, step));
    const { money } = result;
    return { ...numberExpression(text, place, { ...reader, origin }, true), ...(money === true ? { money } : {}) };
  };
  return before.map((row) => ({ cells: row.cells, results: row.results.map(one) }));
}
