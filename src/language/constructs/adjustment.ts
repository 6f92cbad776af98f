import type { Adjustment, Verb } from '../../model/needs.js';
import { VERBS } from '../../model/needs.js';
import { linkCondition } from '../values/condition.js';
import { noteDown, readerOf, type Context } from '../context.js';
import { originUnder } from '../values/provenance.js';
import { selectNeeds } from './selector.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { anything, common, condition, onlyYes, strict, text, value, words } from '../shapes/shape.js';
import { keyPlace, placeOf, type Raw } from '../reading/tree.js';
import { FACTOR } from '../values/unit.js';
import { linkValue } from '../values/value.js';
import { Exact } from '../../decimal/exact.js';

/** `adjustments: { food.together: { for: household, on: [food.daily], scale: 88%, … } }`: the only way to touch a line from outside. */
export const adjustmentSchema = strict({
  ...common,
  for: words('person', 'household'),
  when: condition.optional(),
  on: anything,
  'leave-out': onlyYes.optional(),
  scale: value.optional(),
  increase: value.optional(),
  'at-least': value.optional(),
  'at-most': value.optional(),
  because: text.optional(),
  text: text.optional(),
  'may-lower': onlyYes.optional(),
});

/** Links an adjustment. Null after a finding. */
export function linkAdjustment(definition: Definition, context: Context, policy = false): Adjustment | null {
  const { id, body, path, valid } = definition;
  const { report } = context;
  if (!hasShape(adjustmentSchema, body, id, report, definition.place)) return null;
  noteDown(context, path, body);
  const whose = body.for.text as 'person' | 'household';
  const base = readerOf(context, definition, whose, originUnder(definition.file.origin, body));
  const reader = { ...base, extra: policy ? (['line', 'sum'] as const) : (['line'] as const) };
  const on = selectNeeds(body.on, path, context);
  const when = body.when === undefined ? null : linkCondition(body.when, reader);
  const verbs = VERBS.filter((verb) => verb in body);
  if (verbs.length === 0) {
    report.error('exactly-one', definition.place, `${id} does nothing`, `Write ${VERBS.join(', ')}.`);
    return null;
  }
  let sound = on !== null && (body.when === undefined || when !== null);
  const effects = verbs.map((verb) => {
    const by = verb === 'leave-out' ? null : linkEffect(verb, body[verb] as Raw, reader);
    if (by === null && verb !== 'leave-out') sound = false;
    return { verb, by };
  });
  if (on !== null && whose === 'person') sound = refuseHouseholdLines(definition, on, context) && sound;
  if (!sound || on === null) return null;
  return { id, valid, for: whose, when, on, effects, mayLower: body['may-lower'] !== undefined };
}

function linkEffect(
  verb: Verb,
  raw: Raw,
  reader: Parameters<typeof linkValue>[1],
): Adjustment['effects'][number]['by'] {
  const typed = linkValue(raw, reader, verb === 'scale' ? { kind: 'unit', unit: FACTOR } : { kind: 'month' });
  if (typed === null) return null;
  const { expression } = typed;
  if ((verb === 'scale' || verb === 'increase') && expression.kind === 'number' && new Exact(expression.value).lt(0)) {
    const hint =
      verb === 'scale' ? 'Write a factor of 0 or more.' : 'Write an amount of 0 or more; at-most lowers a line.';
    reader.context.report.error('negative', placeOf(raw), `${verb} is never below 0`, hint);
    return null;
  }
  return expression;
}

/** A person's adjustment touches this person's lines only. */
function refuseHouseholdLines({ id, body }: Definition, on: readonly string[], context: Context): boolean {
  const wrong = on.filter((need) => context.signature(need)?.scope === 'household');
  if (wrong.length === 0) return true;
  context.report.error(
    'household-line',
    keyPlace(body, 'on'),
    `${id} is of persons, but ${wrong.join(', ')} of the household`,
    'Write for: household.',
  );
  return false;
}
