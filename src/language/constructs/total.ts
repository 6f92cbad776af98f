import type { Total } from '../../model/needs.js';
import { noteDown, type Context } from '../context.js';
import { selectNeeds } from './selector.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { anything, common, strict, text, words } from '../shapes/shape.js';

/** `totals: { basic: { of: { tag: basic } } }`: a sum of lines, read as `total.basic`. */
export const totalSchema = strict({
  ...common,
  of: anything,
  column: words('reference', 'need').optional(),
  text: text.optional(),
});

/** Links a total. Null after a finding. */
export function linkTotal(definition: Definition, context: Context): Total | null {
  const { id, body, path, valid } = definition;
  if (!hasShape(totalSchema, body, id, context.report, definition.place)) return null;
  noteDown(context, path, body);
  const of = selectNeeds(body.of, path, context);
  return of === null ? null : { id, valid, of, column: body.column?.text === 'need' ? 'need' : 'reference' };
}
