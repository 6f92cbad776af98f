import type { Assessment } from '../../assessment/document.js';
import type { Model } from '../../model/model.js';
import type { Values } from '../words/message.js';
import { splitAt } from '../words/names.js';

/**
 * What a notice's text may say: of a person's notice `person` and `sex` (`other` where nobody said), and `count`, the first
 * whole number that its condition tests. What cannot be read from the document is left out.
 */
export function noticeValues(assessment: Assessment, model: Model, id: string): Values {
  const { person } = splitAt(id);
  const count = countOf(assessment, model, id);
  return {
    ...(person === null ? {} : { person, sex: sexOf(assessment, person) }),
    ...(count === null ? {} : { count: Number(count) }),
  };
}

function countOf({ trace }: Assessment, model: Model, id: string): string | null {
  const node = trace?.nodes.find((one) => one.id === `when/${id}`);
  if (node?.kind !== 'condition') return null;
  const isWhole = (name: string): boolean =>
    (model.facts.find((one) => one.id === name) ?? model.derived.find((one) => one.id === name))?.type === 'whole';
  return node.tests.find(({ name }) => isWhole(name))?.value ?? null;
}

/** `{sex}` says what the person's fact of that name does. */
const SEX = 'sex';

function sexOf({ trace, input }: Assessment, person: string): string {
  const node = trace?.nodes.find((one) => one.id === `fact/person.${SEX}@${person}`);
  const wasSaid = node?.kind === 'fact' && (node.origin === 'given' || node.origin === 'override');
  if (wasSaid && node.value !== null) return node.value;
  const members = (input?.['persons'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const said = members.find((one, at) => (one['id'] ?? `p${at + 1}`) === person)?.[SEX];
  return typeof said === 'string' ? said : 'other';
}
