import type { Case, Expression } from '../../model/expression.js';
import type { Place } from '../../model/pack.js';
import { linkCondition } from './condition.js';
import { noteDown, type Reader } from '../context.js';
import { joinTerms, termIn, type Typed } from './typed.js';
import { originUnder } from './provenance.js';
import { hasShape } from '../shapes/shape-errors.js';
import { caseWords } from '../shapes/shape.js';
import { isMap, placeOf, type Raw, type RawList } from '../reading/tree.js';
import type { Wanted } from './wanted.js';

/** Links the value of a case. */
type LinkValue = (raw: Raw, reader: Reader, wanted: Wanted) => Typed | null;

/** Cases: the first that holds gives the value; the last is `otherwise`. */
export function linkCases(raw: RawList, reader: Reader, wanted: Wanted, link: LinkValue): Typed | null {
  const { report } = reader.context;
  const cases: { when: Case['when']; typed: Typed }[] = [];
  let otherwise: Typed | null = null;
  let sound = true;
  for (const [index, entry] of raw.entries()) {
    if (!isMap(entry) || !hasShape(caseWords, entry, 'a case', report)) {
      if (!isMap(entry))
        report.error('wrong-value', placeOf(entry), 'a case is a map', 'Write { when: …, is: … } or { otherwise: … }.');
      sound = false;
      continue;
    }
    noteDown(reader.context, reader.path, entry);
    const inside: Reader = { ...reader, origin: reader.origin === null ? null : originUnder(reader.origin, entry) };
    const last = index === raw.length - 1;
    if (last && !('otherwise' in entry)) {
      report.error(
        'missing-otherwise',
        placeOf(entry),
        'cases end with otherwise',
        'Add a last case: { otherwise: … }.',
      );
      sound = false;
      continue;
    }
    if ('otherwise' in entry !== last || 'when' in entry === last || 'is' in entry === last) {
      const hint = 'Write { when: …, is: … }; only the last is { otherwise: … }.';
      report.error('wrong-case', placeOf(entry), 'this is no case', hint);
      sound = false;
      continue;
    }
    const typed = link((last ? entry.otherwise : entry.is) as Raw, inside, wanted);
    if (last) otherwise = typed;
    const when = last ? null : linkCondition(entry.when as Raw, inside);
    if (typed === null || (!last && when === null)) sound = false;
    else if (when !== null) cases.push({ when, typed });
  }
  if (!sound || otherwise === null) return null;
  if (cases.length === 0) return otherwise;
  return joinCases(cases, otherwise, placeOf(raw), reader);
}

function joinCases(
  cases: readonly { when: Case['when']; typed: Typed }[],
  otherwise: Typed,
  place: Place,
  reader: Reader,
): Typed | null {
  const all = [...cases.map((c) => c.typed), otherwise];
  const chosen = (of: (typed: Typed) => Expression): Expression => ({
    kind: 'cases',
    cases: cases.map(({ when, typed }) => ({ when, is: of(typed) })),
    otherwise: of(otherwise),
  });
  const kinds = new Set(
    all.map((typed) =>
      typed.type === 'one-of' || typed.type === 'yes-no' || typed.type === 'date' ? typed.type : 'number',
    ),
  );
  if (kinds.size > 1 && !all.some((typed) => typed.pending)) {
    reader.context.report.error(
      'mixed-cases',
      place,
      'the cases give values of different kinds',
      'All are numbers, all yes or no, or all words of `values`.',
    );
    return null;
  }
  if (!kinds.has('number'))
    return {
      ...otherwise,
      expression: chosen(({ expression }) => expression),
      values: [...new Set(all.flatMap(({ values }) => values))],
    };
  const joined = joinTerms(all, place, reader);
  return joined === null ? null : { ...joined, expression: chosen((typed) => termIn(joined, typed, reader)) };
}
