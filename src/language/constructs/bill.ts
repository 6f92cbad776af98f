import type { Bill } from '../../model/needs.js';
import { noteDown, readerOf, type Context } from '../context.js';
import { amountSpan } from '../values/amount-span.js';
import { originUnder } from '../values/provenance.js';
import { selectNeeds } from './selector.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { band, common, idList, strict, text, value, words } from '../shapes/shape.js';
import { keyPlace } from '../reading/tree.js';
import { linkValue } from '../values/value.js';

/** `bills: { rent: { for: household, replaces: [housing.rent] } }`: a cost really paid. */
export const billSchema = strict({
  ...common,
  for: words('person', 'household'),
  replaces: idList.optional(),
  take: words('bill', 'larger', 'smaller', 'reference').optional(),
  assume: value.optional(),
  plausible: band.optional(),
  'what-if': words('follows').optional(),
  ask: text.optional(),
  because: text.optional(),
  text: text.optional(),
});

/** Links a bill. Null after a finding. */
export function linkBill(definition: Definition, context: Context): Bill | null {
  const { id, body, path, valid } = definition;
  const { report } = context;
  if (!hasShape(billSchema, body, id, report, definition.place)) return null;
  noteDown(context, path, body);
  const whose = body.for.text as 'person' | 'household';
  const replaces = body.replaces === undefined ? [] : selectNeeds(body.replaces, path, context);
  const reader = readerOf(context, definition, whose, originUnder(definition.file.origin, body));
  const assume = body.assume === undefined ? null : linkValue(body.assume, reader, { kind: 'month' });
  const plausible = amountSpan(body.plausible, report);
  if (replaces === null || (body.assume !== undefined && assume === null) || plausible === undefined) return null;
  const wrong = whose === 'person' ? replaces.filter((need) => context.signature(need)?.scope === 'household') : [];
  if (wrong.length > 0) {
    report.error(
      'household-line',
      keyPlace(body, 'replaces'),
      `${id} is a bill of persons, but ${wrong.join(', ')} is of the household`,
      'Write for: household.',
    );
    return null;
  }
  if (replaces.length === 0 && (body.take !== undefined || body['what-if'] !== undefined)) {
    report.error(
      'replaces-nothing',
      keyPlace(body, body.take === undefined ? 'what-if' : 'take'),
      `${id} replaces no line`,
      'Write replaces: […], or take this key away.',
    );
    return null;
  }
  return {
    id,
    valid,
    for: whose,
    replaces,
    take: (body.take?.text ?? 'bill') as Bill['take'],
    assume: assume?.expression ?? null,
    plausible,
    follows: body['what-if'] !== undefined,
  };
}
