import type { Condition } from '../../model/condition.js';
import type { Lever } from '../../model/needs.js';
import { linkCondition } from '../values/condition.js';
import { noteDown, readerOf, type Context, type Reader } from '../context.js';
import { originUnder } from '../values/provenance.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { common, condition, mapOf, strict, text, value, words } from '../shapes/shape.js';
import { keyPlace, type Raw, type RawMap } from '../reading/tree.js';
import { linkTarget } from '../values/target.js';
import { linkValue } from '../values/value.js';

/** `levers: { increased-reimbursement: { for: person, has: …, when: …, assume: … } }`: a what-if. */
export const leverSchema = strict({
  ...common,
  for: words('person', 'household'),
  has: condition.optional(),
  when: condition.optional(),
  who: condition.optional(),
  assume: mapOf(value),
  once: value.optional(),
  apply: strict({ where: text.optional(), by: text.optional() }).optional(),
  because: text.optional(),
  text: text.optional(),
});

/** Links a lever. Null after a finding. */
export function linkLever(definition: Definition, context: Context): Lever | null {
  const { id, body, path, valid } = definition;
  const { report } = context;
  if (!hasShape(leverSchema, body, id, report, definition.place)) return null;
  noteDown(context, path, body);
  const whose = body.for.text as 'person' | 'household';
  const base = readerOf(context, definition, whose, originUnder(definition.file.origin, body));
  const reader: Reader = { ...base, extra: ['sum'] };
  const has = optional(body.has, reader);
  const when = optional(body.when, reader);
  const who = optional(body.who, { ...reader, scope: 'person' });
  if (body.who !== undefined && whose === 'person') {
    report.error(
      'unknown-key',
      keyPlace(body, 'who'),
      `${id}: who goes with for: household`,
      'Write the test in when.',
    );
  }
  const assumes = Object.entries(body.assume as RawMap).map(([name, raw]) =>
    linkTarget(name, raw, keyPlace(body.assume as RawMap, name), reader),
  );
  const once = body.once === undefined ? null : linkOnce(body.once, reader);
  if ([has, when, who, once].includes('told') || assumes.includes(null)) return null;
  const assume = (assumes as NonNullable<(typeof assumes)[number]>[]).map(({ target, value: of }) => ({
    target,
    value: of,
  }));
  return {
    id,
    valid,
    for: whose,
    has: has as Condition | null,
    when: when as Condition | null,
    who: who as Condition | null,
    assume,
    once: once as Lever['once'],
  };
}

function optional(raw: RawMap | undefined, reader: Reader): Condition | null | 'told' {
  return raw === undefined ? null : (linkCondition(raw, reader) ?? 'told');
}

/** A one-off sum: an amount without period. */
export function linkOnce(raw: Raw, reader: Reader): Lever['once'] | 'told' {
  const unit = { top: [reader.context.info.currency], bottom: [] };
  return linkValue(raw, reader, { kind: 'unit', unit })?.expression ?? 'told';
}
