import type { Expression } from '../../model/expression.js';
import type { Income } from '../../model/needs.js';
import { amountSpan } from '../values/amount-span.js';
import { noteDown, readerOf, type Context } from '../context.js';
import { originUnder } from '../values/provenance.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { band, common, onlyYes, strict, text, value, wordList, words } from '../shapes/shape.js';
import { isScalar, type Raw } from '../reading/tree.js';
import { linkValue } from '../values/value.js';

/** `incomes: { wage: { for: person, tags: [work], counts: all } }`: a kind of income, and what of it counts. */
export const incomeSchema = strict({
  ...common,
  for: words('person', 'household'),
  tags: wordList.optional(),
  counts: value,
  plausible: band.optional(),
  rare: onlyYes.optional(),
  because: text.optional(),
  ask: text.optional(),
  text: text.optional(),
});

/** Links an income. Null after a finding. */
export function linkIncome(definition: Definition, context: Context): Income | null {
  const { id, body, path, valid } = definition;
  const { report } = context;
  if (!hasShape(incomeSchema, body, id, report, definition.place)) return null;
  noteDown(context, path, body);
  const whose = body.for.text as 'person' | 'household';
  const counts = linkCounts(body.counts, definition, whose, context);
  const plausible = amountSpan(body.plausible, report);
  if (counts === null || plausible === undefined) return null;
  return {
    id,
    valid,
    for: whose,
    tags: body.tags?.map((tag) => tag.text) ?? [],
    counts,
    plausible,
    rare: body.rare !== undefined,
  };
}

function linkCounts(
  raw: Raw,
  definition: Definition,
  whose: 'person' | 'household',
  context: Context,
): Expression | null {
  if (isScalar(raw) && raw.text === 'all') return { kind: 'name', ref: { of: 'sum', id: 'amount' } };
  if (isScalar(raw) && raw.text === 'none') return { kind: 'number', value: '0' };
  const reader = readerOf(context, definition, whose, originUnder(definition.file.origin, definition.body));
  return linkValue(raw, { ...reader, extra: ['amount'] }, { kind: 'month' })?.expression ?? null;
}
