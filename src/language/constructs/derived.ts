import type { Derived } from '../../model/facts.js';
import type { Scope } from '../../model/value.js';
import { linkCondition } from '../values/condition.js';
import { noteDown, readerOf, type Context, type Reader, type Signature } from '../context.js';
import { checkValueWords } from './fact-words.js';
import type { Report } from '../report.js';
import { SCOPE_WORDS } from '../reading/ids.js';
import { originUnder } from '../values/provenance.js';
import { AGGREGATES, FIRST, linkAggregate, linkRank, OVER, type TypedRule } from './aggregate.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { common, condition, onlyYes, strict, text, value, wordList, words } from '../shapes/shape.js';
import { keyPlace, type Raw, type Scalar } from '../reading/tree.js';
import { FACTOR, unitText } from '../values/unit.js';
import { linkValue } from '../values/value.js';

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
  const kind = howInferred(definition, report);
  if (kind === null) return null;
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

/** The keys that may stand beside each kind; the aggregates that are not named take `where` alone. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  when: [],
  value: ['values'],
  rank: ['first', 'where'],
  sum: ['of', 'where'],
  lowest: ['of', 'where'],
  highest: ['of', 'where'],
};

/** The one key that says how it is inferred; refuses none, several, and what does not go with it. */
function howInferred({ id, body, place }: Definition, report: Report): string | null {
  const kinds = ['when', 'value', ...AGGREGATES, 'rank'].filter((key) => key in body);
  const kind = kinds[0];
  if (kind === undefined || kinds.length > 1) {
    report.error(
      'exactly-one',
      place,
      `${id} needs exactly one of when, value, ${AGGREGATES.join(', ')}, rank`,
      kind === undefined ? 'Write one.' : `It has ${kinds.join(' and ')}.`,
    );
    return null;
  }
  const allowed = BESIDE[kind] ?? ['where'];
  for (const key of ['values', 'first', 'of', 'where']) {
    if (key in body && !allowed.includes(key)) {
      report.error('unknown-key', keyPlace(body, key), `${id}: ${key} does not go with ${kind}`, 'Take it away.');
    }
  }
  return kind;
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
