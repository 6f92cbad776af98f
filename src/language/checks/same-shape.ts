import type { Diagnostic } from '../../model/diagnostic.js';
import type { Domains } from './domains/domains.js';
import type { Linked, Section } from '../linked.js';
import { error, type Finder } from './found.js';

/** What a definition is to those that read it, as words that are told where two differ. */
type Shape = readonly string[];

/** Whoever reads an id reads each of its definitions, in the months of each: so they have one type, unit and scope. */
export function sameShape({ model, reads }: Linked, _domains: Domains, find: Finder): readonly Diagnostic[] {
  const valueOf = (of: { readonly type: string; readonly unit: string | null }): Shape => [
    of.type,
    of.unit ?? 'no unit',
  ];
  /** Tables that somebody looks up with a value in place of the last key. */
  const lookedUp = new Set(reads.flatMap(({ ref }) => (ref.of === 'table' && ref.with !== undefined ? [ref.id] : [])));
  const check = <T extends { readonly id: string }>(section: Section, all: readonly T[], shape: (one: T) => Shape) =>
    differing(section, all, shape, find);
  return [
    ...check('facts', model.facts, valueOf),
    ...check('derive', model.derived, valueOf),
    ...check('parameters', model.parameters, valueOf),
    ...check('tables', model.tables, (one) => [
      ...valueOf(one),
      `for a ${one.scope}`,
      `gives ${one.gives.join(', ')}`,
      lookedUp.has(one.id) ? `looked up by ${one.keys.at(-1) ?? ''}` : '',
    ]),
    ...check('needs', model.needs, (one) => [`for a ${one.for}`]),
    ...check('incomes', model.incomes, (one) => [`for a ${one.for}`]),
    ...check('bills', model.bills, (one) => [`for a ${one.for}`]),
  ];
}

function differing<T extends { readonly id: string }>(
  section: Section,
  all: readonly T[],
  shape: (one: T) => Shape,
  find: Finder,
): readonly Diagnostic[] {
  const first = new Map<string, { readonly at: number; readonly is: Shape }>();
  return all.flatMap((one, at) => {
    const is = shape(one);
    const before = first.get(one.id);
    if (before === undefined) {
      first.set(one.id, { at, is });
      return [];
    }
    const other = is.findIndex((word, i) => word !== before.is[i]);
    if (other < 0) return [];
    const places = [before.at, at].map((place, i) => ({
      ...find.info(section, place).place,
      caption: (i === 0 ? before.is : is)[other]!,
    }));
    return [
      error(
        'definitions-differ',
        [places[1]!, places[0]!],
        `two definitions of "${one.id}" differ: ${places.map(({ caption }) => caption).join(' and ')}`,
        'Whoever reads it reads both, each in its months: give them one type, unit and scope, or give one of them another id.',
      ),
    ];
  });
}
