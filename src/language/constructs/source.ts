import type { Source } from '../../model/model.js';
import { textOrNull, WRITTEN_STATUSES } from '../values/provenance.js';
import type { Report } from '../report.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { date, month, months, strict, text, words } from '../shapes/shape.js';

/** `sources: { tec25: { title: … } }`: where numbers come from. */
export const sourceSchema = strict({
  title: text,
  publisher: text.optional(),
  url: text.optional(),
  seen: date.optional(),
  status: words(...WRITTEN_STATUSES).optional(),
  note: text.optional(),
  review: month.optional(),
  valid: months.optional(),
});

/** Links a source. Null after a finding. */
export function linkSource(definition: Definition, report: Report): Source | null {
  const { id, body } = definition;
  if (!hasShape(sourceSchema, body, id, report, definition.place)) return null;
  return {
    id,
    title: body.title.text,
    publisher: textOrNull(body.publisher),
    url: textOrNull(body.url),
    seen: textOrNull(body.seen),
    status: WRITTEN_STATUSES.find((status) => status === body.status?.text) ?? null,
  };
}
