import type { Over, Rule } from '../../model/facts.js';
import type { Reader, Signature } from '../context.js';
import type { Definition } from '../reading/definitions.js';
import { keyPlace, placeOf, type Raw, type Scalar } from '../reading/tree.js';
import { linkCondition } from '../values/condition.js';
import { linkFormula } from '../values/formula.js';
import { resolveName } from '../values/resolve.js';
import { FACTOR, isFactor } from '../values/unit.js';

export const OVER = ['person', 'fellow', 'other', 'resident'] as const;
export const AGGREGATES = ['count', 'any', 'every', 'sum', 'lowest', 'highest'] as const;
export const FIRST = ['oldest', 'youngest', 'highest', 'lowest'] as const;

/** How a derived fact is inferred, and the type and unit that follow from it. */
export interface TypedRule extends Omit<Signature, 'scope'> {
  readonly rule: Rule;
}

/** Readers of what is inside an aggregate see one person at a time. */
function insideReader(reader: Reader): Reader {
  return { ...reader, scope: 'person', found: { person: false } };
}

/** `count: person, where: …` and its kin: one value from many persons. Null after a finding. */
export function linkAggregate(
  definition: Definition,
  how: (typeof AGGREGATES)[number],
  reader: Reader,
): TypedRule | null {
  const { id, body } = definition;
  const { report } = reader.context;
  const whom = (body[how] as Scalar).text as Over;
  if (!overFits(definition, whom, how, reader)) return null;
  const inside = insideReader(reader);
  const where = body.where === undefined ? null : linkCondition(body.where, inside);
  if (body.where !== undefined && where === null) return null;
  if (how === 'count' || how === 'any' || how === 'every') {
    if ((how === 'any' || how === 'every') && where === null) {
      report.error('missing-key', definition.place, `${id}: where is missing`, `Write ${how}: ${whom}, where: { … }.`);
      return null;
    }
    const rule: Rule = { kind: 'aggregate', how, over: whom, where, of: null };
    return { type: how === 'count' ? 'whole' : 'yes-no', unit: FACTOR, values: [], rule };
  }
  if (body.of === undefined) {
    report.error(
      'missing-key',
      definition.place,
      `${id}: of is missing`,
      `Write ${how}: ${whom}, of: a name or a formula.`,
    );
    return null;
  }
  const of = linkFormula(body.of as Scalar, inside);
  if (of === null) return null;
  if (!of.pending && !['whole', 'number', 'share', 'amount'].includes(of.type)) {
    report.error(
      'not-a-number',
      placeOf(body.of),
      `${how} needs a number, found a ${of.type}`,
      'Count persons with where instead.',
    );
    return null;
  }
  const type = how === 'sum' && of.type === 'share' ? 'number' : isFactor(of.unit) ? of.type : 'amount';
  return {
    type,
    unit: of.unit,
    values: [],
    ...(of.pending ? { pending: true as const } : {}),
    rule: { kind: 'aggregate', how, over: whom, where, of: of.expression },
  };
}

function overFits(definition: Definition, whom: Over, key: string, reader: Reader): boolean {
  if (whom !== 'fellow') return true;
  if (definition.id.startsWith('person.')) {
    reader.found.person = true;
    return true;
  }
  reader.context.report.error(
    'fellow',
    placeOf(definition.body[key] as Raw),
    'fellow means the members but this one, so only person facts have fellows',
    'Write person, or name the fact person.….',
  );
  return false;
}

/** `rank: person.age`: a person's place among the members, from 1. Null after a finding. */
export function linkRank(definition: Definition, reader: Reader): TypedRule | null {
  const { id, body } = definition;
  const { report } = reader.context;
  const by = body.rank as Scalar;
  if (!id.startsWith('person.')) {
    report.error('fellow', keyPlace(body, 'rank'), 'a rank belongs to a person', 'Name it person.….');
    return null;
  }
  reader.found.person = true;
  const inside = insideReader(reader);
  const found = resolveName(by.text, inside, by.place);
  const where = body.where === undefined ? null : linkCondition(body.where, inside);
  if (found === null || (body.where !== undefined && where === null)) return null;
  if (!['age', 'whole', 'number', 'share', 'amount'].includes(found.type)) {
    report.error('not-a-number', by.place, `a ${found.type} has no rank`, 'Rank by an age or a number.');
    return null;
  }
  const first = (body.first as Scalar | undefined)?.text ?? 'oldest';
  const largestFirst = first === 'oldest' || first === 'highest';
  return {
    type: 'whole',
    unit: FACTOR,
    values: [],
    rule: { kind: 'rank', by: found.ref, largestFirst, over: 'person', where },
  };
}
