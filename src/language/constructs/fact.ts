import type { Fact, Span } from '../../model/facts.js';
import type { Scope, ValueType } from '../../model/value.js';
import { isProblem, parseBand } from '../values/band.js';
import { BUILT_IN } from './built-in.js';
import { linkCondition } from '../values/condition.js';
import { noteDown, readerOf, type Context, type Signature } from '../context.js';
import { declaredUnit } from '../values/currency.js';
import { checkWords, wordsOf } from './fact-words.js';
import { didYouMean } from '../../model/near.js';
import { textOrNull } from '../values/provenance.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import {
  anything,
  band,
  common,
  condition,
  flag,
  id,
  strict,
  text,
  unit,
  value,
  wholeNumber,
  words,
} from '../shapes/shape.js';
import { isScalar, keyPlace, type Scalar } from '../reading/tree.js';
import { FACTOR, parseUnit, unitText, type Unit } from '../values/unit.js';
import { linkValue } from '../values/value.js';
import type { Wanted } from '../values/wanted.js';

const FACT_TYPES = ['yes-no', 'one-of', 'age', 'whole', 'number', 'share', 'amount', 'date'] as const;

/** `facts: { person.ill: { type: yes-no, … } }`: what is asked of a household. */
export const factSchema = strict({
  ...common,
  type: words(...FACT_TYPES).optional(),
  values: anything.optional(),
  unit: unit.optional(),
  range: band.optional(),
  plausible: band.optional(),
  required: flag.optional(),
  assume: value.optional(),
  'assume-months': wholeNumber.optional(),
  applies: condition.optional(),
  ask: text.optional(),
  sensitive: flag.optional(),
  changeable: flag.optional(),
  renamed: id.optional(),
});

/** What can be known of a fact before it is linked; null when its type cannot be read. */
export function factSignature({ id: name, body }: Definition, context: Context): Signature | null {
  const builtIn = BUILT_IN[name];
  const raw = (key: string): string | null => {
    const found = body[key];
    return found !== undefined && isScalar(found) ? found.text : null;
  };
  const type = builtIn?.type ?? FACT_TYPES.find((known) => known === raw('type'));
  if (type === undefined) return null;
  const values = builtIn?.values ?? (type === 'one-of' ? wordsOf(body, context) : []);
  const unitOf: Unit = (type === 'amount' ? parseUnit(raw('unit') ?? '') : null) ?? FACTOR;
  return { type, unit: unitOf, values, scope: name.split('.')[0] as Scope };
}

/** Links a fact. Null after a finding. */
export function linkFact(definition: Definition, context: Context): Fact | null {
  const { id: name, body, valid } = definition;
  const { report } = context;
  if (!hasShape(factSchema, body, name, report, definition.place)) return null;
  noteDown(context, definition.path, body);
  const builtIn = BUILT_IN[name];
  if (builtIn !== undefined) return linkBuiltIn(definition, context);
  if (body.type === undefined) {
    report.error('missing-key', definition.place, `${name}: type is missing`, `Types: ${FACT_TYPES.join(', ')}.`);
    return null;
  }
  if ('assume-months' in body)
    report.error(
      'unknown-key',
      keyPlace(body, 'assume-months'),
      'assume-months belongs to person.age',
      'Take it away.',
    );
  const signature = factSignature(definition, context);
  if (signature === null) return null;
  const { type, unit: unitOf, values, scope } = signature;
  checkWords(definition, type, values, context);
  if ((type === 'amount') !== (body.unit !== undefined)) {
    report.error(
      'wrong-unit',
      body.unit?.place ?? definition.place,
      type === 'amount' ? `${name}: an amount has a unit` : `${name}: only an amount has a unit`,
      type === 'amount' ? 'Write unit: EUR/month.' : 'Take the unit away, or make it an amount.',
    );
  }
  if (body.unit !== undefined) declaredUnit(body.unit, context);
  const personal = scope === 'person' ? 'person' : 'household';
  const reader = readerOf(context, definition, personal, null);
  const required = body.required?.text === 'yes';
  if (required && body.assume !== undefined) {
    report.error(
      'conflict',
      keyPlace(body, 'assume'),
      `${name} is required, so nothing is assumed`,
      'Take away required or assume.',
    );
  }
  return {
    id: name,
    scope: scope ?? 'household',
    valid,
    type,
    unit: unitText(unitOf),
    values,
    range: span(body.range, type, ['age', 'whole', 'number', 'share', 'amount'], context),
    plausible: span(body.plausible, type, ['age', 'whole', 'number', 'share', 'amount', 'date'], context),
    required,
    assume:
      body.assume === undefined
        ? null
        : (linkValue(body.assume, reader, wantedOf(type, values, unitOf))?.expression ?? null),
    assumeMonths: 0,
    applies: body.applies === undefined ? null : linkCondition(body.applies, reader),
    sensitive: body.sensitive?.text === 'yes',
    changeable: body.changeable?.text !== 'no',
    builtIn: false,
    renamed: textOrNull(body.renamed),
  };
}

/** What a fact of a type may be given or assumed. */
export function wantedOf(type: ValueType, values: readonly string[], unitOf: Unit): Wanted {
  if (type === 'yes-no') return { kind: 'words', words: ['yes', 'no'] };
  if (type === 'one-of') return { kind: 'words', words: values };
  if (type === 'date' || type === 'month') return { kind: 'date' };
  return { kind: 'unit', unit: unitOf };
}

function span(raw: Scalar | undefined, type: ValueType, types: readonly ValueType[], context: Context): Span | null {
  if (raw === undefined) return null;
  if (!types.includes(type)) {
    context.report.error('wrong-value', raw.place, `a ${type} has no such band`, 'Take it away.');
    return null;
  }
  const result = parseBand(raw.text, type);
  if (!isProblem(result)) return result;
  context.report.error('bad-band', raw.place, result.problem, result.hint);
  return null;
}

/** A pack may give what is built in its question and texts, and the age its `assume-months`. */
function linkBuiltIn(definition: Definition, context: Context): Fact | null {
  const { id: name, body } = definition;
  const builtIn = BUILT_IN[name];
  if (builtIn === undefined) return null;
  const allowed = ['label', 'ask', 'note', 'text', 'draft', 'source', 'seen', 'review', 'required', 'sensitive'];
  if (name === 'person.age') allowed.push('assume-months');
  for (const key of Object.keys(body)) {
    if (allowed.includes(key)) continue;
    context.report.error(
      'built-in',
      keyPlace(body, key),
      `${name} is built in: its ${key} is fixed`,
      didYouMean(key, allowed, `It may have ${allowed.join(', ')}.`),
    );
  }
  const months = body['assume-months'];
  return {
    ...builtIn,
    sensitive: isScalar(body.sensitive) && body.sensitive.text === 'yes',
    assumeMonths: isScalar(months) ? Number(months.text) : 0,
  };
}
