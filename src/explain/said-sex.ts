import type { Assessment } from '../assessment/document.js';
import { traceIndex } from './argument/trace-index.js';

/** `{sex}` says what the person's fact of that name does. */
const SEX = 'sex';

/** What was said of a person's sex; null where nobody said: an assumption is nothing that a text may agree with. */
export function saidSex(assessment: Assessment, person: string): string | null {
  const node = traceIndex(assessment).get(`fact/person.${SEX}@${person}`);
  const wasSaid = node?.kind === 'fact' && (node.origin === 'given' || node.origin === 'override');
  if (wasSaid && node.value !== null) return node.value;
  const members = (assessment.input?.['persons'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const said = members.find((one, at) => (one['id'] ?? `p${at + 1}`) === person)?.[SEX];
  return typeof said === 'string' && said !== 'unknown' ? said : null;
}
