import { monthIndex } from '../../calendar/month.js';
import type { Group, Need } from '../../model/needs.js';
import { linkCondition } from '../values/condition.js';
import { noteDown, readerOf, type Context, type Reader } from '../context.js';
import { linkItems } from './item.js';
import { didYouMean } from '../../model/near.js';
import { originUnder } from '../values/provenance.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import {
  anything,
  common,
  condition,
  decimal,
  id as idShape,
  mapOf,
  month,
  onlyYes,
  strict,
  text,
  value,
  wordList,
  words,
} from '../shapes/shape.js';
import { keyPlace, type Raw, type Scalar } from '../reading/tree.js';
import { linkValue } from '../values/value.js';
import { linkParts } from './need-parts.js';

/** `needs: { clothing.woman: { for: person, … } }`: a line of the budget. Exactly one of `items`, `amount`. */
export const needSchema = strict({
  ...common,
  for: words('person', 'household'),
  when: condition.optional(),
  pays: words('fixed', 'living', 'reserve'),
  presence: words('scales', 'full').optional(),
  index: idShape.optional(),
  priced: month.optional(),
  months: decimal.optional(),
  optional: onlyYes.optional(),
  credit: onlyYes.optional(),
  'may-lower': onlyYes.optional(),
  tags: wordList.optional(),
  amount: value.optional(),
  items: mapOf(anything).optional(),
  parts: idShape.optional(),
  because: text.optional(),
  text: text.optional(),
});

/** Links a need. Null after a finding. */
export function linkNeed(definition: Definition, context: Context): Need | null {
  const { id, body, path, valid } = definition;
  const { report } = context;
  const basket = id.split('.')[0] ?? '';
  if (!context.info.baskets.includes(basket)) {
    report.error(
      'unknown-basket',
      definition.place,
      `${basket} is no basket of this pack`,
      didYouMean(basket, context.info.baskets, 'Name it in pack.baskets.'),
    );
  }
  if (!hasShape(needSchema, body, id, report, definition.place)) return null;
  noteDown(context, path, body);
  if ((body.amount === undefined) === (body.items === undefined)) {
    report.error('exactly-one', definition.place, `${id} needs exactly one of items, amount`, 'Write one of them.');
    return null;
  }
  const whose = body.for.text as 'person' | 'household';
  const reader = readerOf(context, definition, whose, originUnder(definition.file.origin, body));
  const index = linkIndex(definition, context);
  const priced = body.priced === undefined ? null : monthIndex(body.priced.text);
  if (body.amount !== undefined && index !== null && index !== undefined && priced === null) {
    report.error(
      'not-priced',
      keyPlace(body, 'amount'),
      `${id}: an indexed amount needs its month`,
      'Write priced: 2024-06, or index: none.',
    );
  }
  if (body.items !== undefined && priced !== null) {
    report.error(
      'unknown-key',
      keyPlace(body, 'priced'),
      `${id}: each item has its own priced`,
      'Write it on the items.',
    );
  }
  const when = body.when === undefined ? null : linkCondition(body.when, reader);
  const parts = body.parts === undefined ? null : linkParts(body.parts, reader);
  const content = linkContent(definition, body.parts !== undefined, index !== null, reader);
  if (
    content === null ||
    index === undefined ||
    (body.when !== undefined && when === null) ||
    (body.parts !== undefined && parts === null)
  )
    return null;
  return {
    id,
    basket,
    valid,
    for: whose,
    when,
    pays: body.pays.text as Group,
    presence: presenceOf(definition, whose, context),
    index,
    priced,
    months: body.months?.text ?? null,
    optional: body.optional !== undefined,
    credit: body.credit !== undefined,
    mayLower: body['may-lower'] !== undefined,
    tags: body.tags?.map((tag) => tag.text) ?? [],
    ...content,
    parts,
  };
}

function linkContent(
  { id, body, path, valid }: Definition,
  parts: boolean,
  indexed: boolean,
  reader: Reader,
): Pick<Need, 'amount' | 'items'> | null {
  const { context } = reader;
  if (body.amount !== undefined) {
    const amount = linkValue(body.amount, { ...reader, extra: parts ? ['parts'] : [] }, { kind: 'month' });
    return amount === null ? null : { amount: amount.expression, items: null };
  }
  if (body.parts !== undefined) {
    context.report.error(
      'unknown-key',
      keyPlace(body, 'parts'),
      `${id}: parts go with an amount`,
      'Write amount: parts.',
    );
    return null;
  }
  const items = linkItems(body.items as Record<string, Raw>, { id, path, valid, indexed }, reader);
  return items === null ? null : { amount: null, items };
}

/** The series of a need's index, or null for none; undefined after a finding. */
function linkIndex({ id, body, file, place }: Definition, context: Context): string | null | undefined {
  const raw = (body.index as Scalar | undefined) ?? file.index;
  const { report } = context;
  if (raw === null) {
    report.error(
      'missing-key',
      place,
      `${id}: index is missing`,
      'Write index: and a series, or index: none; or once for the file.',
    );
    return undefined;
  }
  if (raw.text === 'none') return null;
  const found = context.byId.get(raw.text)?.[0];
  if (found?.section === 'series') {
    context.reads.push({ reader: id, ref: { of: 'series', id: raw.text }, place: raw.place, as: 'formula' });
    return raw.text;
  }
  const known = context.definitions.filter((d) => d.section === 'series').map((d) => d.id);
  report.error(
    'unknown-name',
    raw.place,
    `${raw.text} is no series`,
    didYouMean(raw.text, [...known, 'none'], 'Define it under series.'),
  );
  return undefined;
}

function presenceOf(
  { id, body, file, place }: Definition,
  whose: 'person' | 'household',
  context: Context,
): Need['presence'] {
  const own = body.presence as Scalar | undefined;
  if (whose === 'household') {
    if (own !== undefined)
      context.report.error('unknown-key', own.place, `${id}: presence is for needs of persons`, 'Take it away.');
    return null;
  }
  const raw = own ?? file.presence;
  if (raw?.text === 'scales' || raw?.text === 'full') return raw.text;
  if (raw === null) {
    context.report.error(
      'missing-key',
      place,
      `${id}: presence is missing`,
      'Write presence: scales (with the days at home) or presence: full; or once for the file.',
    );
  }
  // another word was told where it stands
  return null;
}
