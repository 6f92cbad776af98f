import type { Expression } from '../../model/expression.js';
import type { Income } from '../../model/needs.js';
import { isProblem, parseBand } from '../values/band.js';
import { noteDown, readerOf, type Context } from '../context.js';
import { originUnder } from '../values/provenance.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { band, common, strict, text, value, wordList, words } from '../shapes/shape.js';
import { isScalar, type Raw } from '../reading/tree.js';
import { linkValue } from '../values/value.js';

/** `incomes: { wage: { for: person, tags: [work], counts: all } }`: a kind of income, and what of it counts. */
export const incomeSchema = strict({
  ...common,
  for: words('person', 'household'),
  tags: wordList.optional(),
  counts: value,
  plausible: band.optional(),
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
  const span = body.plausible === undefined ? null : parseBand(body.plausible.text, 'amount');
  if (span !== null && isProblem(span))
    report.error('bad-band', body.plausible?.place ?? definition.place, span.problem, span.hint);
  if (counts === null || (span !== null && isProblem(span))) return null;
  return { id, valid, for: whose, tags: body.tags?.map((tag) => tag.text) ?? [], counts, plausible: span };
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
