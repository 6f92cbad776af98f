import { monthIndex } from '../../calendar/month.js';
import type { Expression } from '../../model/expression.js';
import type { Item } from '../../model/needs.js';
import type { Valid } from '../../model/value.js';
import { linkCondition } from '../values/condition.js';
import { noteDown, type Reader } from '../context.js';
import { originUnder } from '../values/provenance.js';
import { hasShape } from '../shapes/shape-errors.js';
import { carried, condition, month, months, onlyYes, strict, text, value, words } from '../shapes/shape.js';
import { isMap, keyPlace, placeOf, type Raw, type RawMap } from '../reading/tree.js';
import { FACTOR, timesAYear, type Period } from '../values/unit.js';
import { linkValue } from '../values/value.js';
import type { Wanted } from '../values/wanted.js';
import { validOf } from '../reading/definitions.js';

/** An item of a need: `coat: { price: 59.99, quantity: 1, lasts: 3 years, priced: 2024-06 }`. */
export const itemSchema = strict({
  ...carried,
  valid: months.optional(),
  label: text.optional(),
  because: text.optional(),
  draft: onlyYes.optional(),
  when: condition.optional(),
  price: value,
  quantity: value,
  lasts: value.optional(),
  per: words('day', 'week', 'month', 'year').optional(),
  priced: month.optional(),
});

/** What an item must know of its need. */
interface Owner {
  readonly id: string;
  readonly path: string;
  readonly valid: Valid;
  readonly indexed: boolean;
}

/** Links the items of a need, by their names. Null after a finding. */
export function linkItems(raw: Readonly<Record<string, Raw>>, need: Owner, reader: Reader): Item[] | null {
  const { report, places } = reader.context;
  const items = Object.entries(raw).map(([name, item]) => {
    const place = keyPlace(raw, name);
    places[`${need.path}/items/${name}`] = place;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
      report.error(
        'bad-id',
        place,
        `${name} is no id of an item`,
        'Ids of items are lower-case words joined by hyphens.',
      );
    }
    if (isMap(item)) return linkItem(name, item, need, reader);
    report.error(
      'wrong-value',
      placeOf(item),
      `${need.id}: ${name}: an item is a map`,
      'Write { price: …, quantity: …, lasts: … }.',
    );
    return null;
  });
  const sound = items.filter((item) => item !== null);
  return sound.length === items.length ? sound : null;
}

function linkItem(id: string, raw: RawMap, need: Owner, outer: Reader): Item | null {
  const { context } = outer;
  const { report } = context;
  if (!hasShape(itemSchema, raw, id, report)) return null;
  noteDown(context, outer.path, raw);
  if ((raw.lasts === undefined) === (raw.per === undefined)) {
    report.error(
      'exactly-one',
      keyPlace(raw, raw.lasts === undefined ? 'price' : 'per'),
      `${id} needs exactly one of lasts, per`,
      'Write lasts: 3 years, or per: year.',
    );
    return null;
  }
  if (need.indexed && raw.priced === undefined) {
    report.error(
      'not-priced',
      keyPlace(raw, 'price'),
      `${id}: an indexed price needs its month`,
      'Write priced: 2024-06, or index: none on the need.',
    );
    return null;
  }
  const reader: Reader = { ...outer, origin: outer.origin === null ? null : originUnder(outer.origin, raw) };
  const currency: Wanted = { kind: 'unit', unit: { top: [context.info.currency], bottom: [] } };
  const link = (of: Raw, wanted: Wanted): Expression | null => linkValue(of, reader, wanted)?.expression ?? null;
  const price = link(raw.price, currency);
  const quantity = link(raw.quantity, { kind: 'unit', unit: FACTOR });
  const lasts = raw.lasts === undefined ? null : link(raw.lasts, { kind: 'duration' });
  const when = raw.when === undefined ? null : linkCondition(raw.when, reader);
  if (
    price === null ||
    quantity === null ||
    (raw.lasts !== undefined && lasts === null) ||
    (raw.when !== undefined && when === null)
  )
    return null;
  const own = validOf(raw);
  return {
    id,
    valid: raw.valid === undefined ? need.valid : own,
    when,
    price,
    quantity,
    lasts,
    timesAYear: raw.per === undefined ? null : timesAYear(raw.per.text as Period, context.info.calendar),
    priced: raw.priced === undefined ? null : monthIndex(raw.priced.text),
  };
}
