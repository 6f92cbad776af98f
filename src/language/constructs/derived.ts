import type { Derived, Over, Rule } from '../../model/facts.js';
import type { Scope } from '../../model/value.js';
import { linkCondition } from '../values/condition.js';
import { noteDown, readerOf, type Context, type Reader, type Signature } from '../context.js';
import { checkValueWords } from './fact.js';
import { linkFormula } from '../values/formula.js';
import { SCOPE_WORDS } from '../reading/ids.js';
import { originUnder } from '../values/provenance.js';
import { resolveName } from '../values/resolve.js';
import type { Definition } from '../reading/sections.js';
import { hasShape } from '../shapes/shape-errors.js';
import { common, condition, onlyYes, strict, text, value, wordList, words } from '../shapes/shape.js';
import { keyPlace, placeOf, type Raw, type Scalar } from '../reading/tree.js';
import { FACTOR, isFactor, unitText } from '../values/unit.js';
import { linkValue } from '../values/value.js';

const OVER = ['person', 'fellow', 'other', 'resident'] as const;
const AGGREGATES = ['count', 'any', 'every', 'sum', 'lowest', 'highest'] as const;
const FIRST = ['oldest', 'youngest', 'highest', 'lowest'] as const;
const over = words(...OVER);

/** `derive: { person.adult: { when: … } }`: what is inferred. Exactly one of `when`, `value`, an aggregate, `rank`. */
export const derivedSchema = strict({
  ...common,
  when: condition.optional(),
  value: value.optional(),
  values: wordList.optional(),
  count: over.optional(),
  any: over.optional(),
  every: over.optional(),
  sum: over.optional(),
  lowest: over.optional(),
  highest: over.optional(),
  rank: text.optional(),
  first: words(...FIRST).optional(),
  of: text.optional(),
  where: condition.optional(),
  judges: onlyYes.optional(),
  ask: text.optional(),
  because: text.optional(),
});

/** A derived fact as linked; `unknowable` is found once everything is. */
export interface LinkedDerived {
  readonly derived: Derived;
  readonly signature: Signature;
}

/** Links a derived fact; its type, unit and scope come from what it reads. Null after a finding. */
export function linkDerived(definition: Definition, context: Context): LinkedDerived | null {
  const { id, body } = definition;
  const { report } = context;
  if (!hasShape(derivedSchema, body, id, report, definition.place)) return null;
  noteDown(context, definition.path, body);
  const kinds = ['when', 'value', ...AGGREGATES, 'rank'].filter((key) => key in body);
  const kind = kinds[0];
  if (kind === undefined || kinds.length > 1) {
    report.error(
      'exactly-one',
      definition.place,
      `${id} needs exactly one of when, value, ${AGGREGATES.join(', ')}, rank`,
      kind === undefined ? 'Write one.' : `It has ${kinds.join(' and ')}.`,
    );
    return null;
  }
  const allowed = {
    when: [],
    value: ['values'],
    rank: ['first', 'where'],
    sum: ['of', 'where'],
    lowest: ['of', 'where'],
    highest: ['of', 'where'],
  }[kind] ?? ['where'];
  for (const key of ['values', 'first', 'of', 'where']) {
    if (key in body && !(allowed as readonly string[]).includes(key)) {
      report.error('unknown-key', keyPlace(body, key), `${id}: ${key} does not go with ${kind}`, 'Take it away.');
    }
  }
  const first = id.split('.')[0] ?? '';
  const declared = (SCOPE_WORDS as readonly string[]).includes(first) ? (first as Scope) : null;
  const origin = originUnder(definition.file.origin, body);
  const reader = readerOf(
    context,
    definition,
    declared === null ? 'infer' : declared === 'person' ? 'person' : 'household',
    origin,
  );
  const rule = linkRule(definition, kind, reader);
  if (rule === null) return null;
  const scope = declared ?? (reader.found.person ? 'person' : 'household');
  const { type, unit, values, pending } = rule;
  return {
    derived: {
      id,
      scope,
      valid: definition.valid,
      type,
      unit: unitText(unit),
      values,
      unknowable: false,
      judges: body.judges !== undefined,
      rule: rule.rule,
    },
    signature: { type, unit, values, scope, ...(pending === true ? { pending } : {}) },
  };
}

interface TypedRule extends Omit<Signature, 'scope'> {
  readonly rule: Rule;
}

function linkRule(definition: Definition, kind: string, reader: Reader): TypedRule | null {
  const { body } = definition;
  const yesNo = { type: 'yes-no' as const, unit: FACTOR, values: [] };
  if (kind === 'when') {
    const when = linkCondition(body.when as Raw, reader);
    return when === null ? null : { ...yesNo, rule: { kind: 'condition', when } };
  }
  if (kind === 'value') return linkValueRule(definition, reader);
  if (kind === 'rank') return linkRank(definition, reader);
  return linkAggregate(definition, kind as (typeof AGGREGATES)[number], reader);
}

function linkValueRule({ id, body }: Definition, reader: Reader): TypedRule | null {
  const list = body.values as readonly Scalar[] | undefined;
  if (list !== undefined) checkValueWords(id, list, reader.context);
  const own = list?.map((word) => word.text);
  const typed = linkValue(
    body.value as Raw,
    reader,
    own === undefined ? { kind: 'any', words: ['yes', 'no'] } : { kind: 'words', words: own },
  );
  if (typed === null) return null;
  const isWord = typed.type === 'one-of';
  return {
    type: own !== undefined ? 'one-of' : typed.type,
    unit: typed.unit,
    values: own ?? (isWord ? typed.values : []),
    ...(typed.pending ? { pending: true as const } : {}),
    rule: { kind: 'value', value: typed.expression },
  };
}

/** Readers of what is inside an aggregate see one person at a time. */
function insideReader(reader: Reader): Reader {
  return { ...reader, scope: 'person', found: { person: false } };
}

function linkAggregate(definition: Definition, how: (typeof AGGREGATES)[number], reader: Reader): TypedRule | null {
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

function linkRank(definition: Definition, reader: Reader): TypedRule | null {
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
