import type { Assessment } from '../../assessment/document.js';
import type { Model } from '../../model/model.js';
import { saidSex } from '../said-sex.js';
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
    ...(person === null ? {} : { person, ...sexValue(assessment, person) }),
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

/** What a text about a person may agree with: `other` where nobody said. */
export function sexValue(assessment: Assessment, person: string | null): Values {
  return person === null ? {} : { sex: saidSex(assessment, person) ?? 'other' };
}
