import type { Figure } from '../../model/needs.js';
import { noteDown, readerOf, type Context } from '../context.js';
import { declaredUnit } from '../values/currency.js';
import { originUnder } from '../values/provenance.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { common, strict, text, unit, value } from '../shapes/shape.js';
import { FACTOR, unitText } from '../values/unit.js';
import { linkValue } from '../values/value.js';

/** A factor of which people read per cent. */
const SHARE = 'share';

/** `figures: { hourly-wage: { unit: EUR/hour, value: … } }`: printed, in no sum. */
export const figureSchema = strict({
  ...common,
  unit: unit.optional(),
  value,
  because: text.optional(),
  text: text.optional(),
});

/** Links a figure. Null after a finding. */
export function linkFigure(definition: Definition, context: Context): Figure | null {
  const { id, body, path, valid } = definition;
  if (!hasShape(figureSchema, body, id, context.report, definition.place)) return null;
  noteDown(context, path, body);
  const isShare = body.unit?.text === SHARE;
  const wanted = isShare ? FACTOR : body.unit === undefined ? null : declaredUnit(body.unit, context);
  if (body.unit !== undefined && wanted === null) return null;
  const reader = {
    ...readerOf(context, definition, 'infer', originUnder(definition.file.origin, body)),
    extra: ['line', 'sum'] as const,
  };
  const typed = linkValue(
    body.value,
    reader,
    wanted === null ? { kind: 'any', words: [] } : { kind: 'unit', unit: wanted },
  );
  if (typed === null) return null;
  return {
    id,
    valid,
    scope: reader.found.person ? 'person' : 'household',
    unit: isShare ? SHARE : unitText(typed.unit),
    value: typed.expression,
  };
}
