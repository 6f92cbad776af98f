import type { Family } from '../../model/pack.js';
import type { Report } from '../report.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { anything, common, strict, text } from '../shapes/shape.js';
import { plainData } from '../reading/tree.js';

/** `families: { single: { label: …, household: … } }`: a typical household for tables. */
const familySchema = strict({ ...common, household: anything, text: text.optional() });

/** Links a family. Null after a finding. */
export function linkFamily(definition: Definition, report: Report): Family | null {
  const { id, body } = definition;
  if (!hasShape(familySchema, body, id, report, definition.place)) return null;
  return { id, household: plainData(body.household) };
}
