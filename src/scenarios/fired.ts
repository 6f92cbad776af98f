import type { Assessment } from '../assessment/document.js';
import { monthIndex } from '../calendar/month.js';
import { isValid, type Model } from '../model/model.js';

/** Ids that fire: conditions that hold, lines that exist, notices; each with its person and, once, without. */
export function firedIds(model: Model, assessment: Assessment): ReadonlySet<string> {
  const fired = new Set<string>();
  const add = (id: string): void => {
    fired.add(id);
    fired.add(id.replace(/@[^@]*$/, ''));
  };
  for (const line of assessment.needs.lines) add(line.id);
  for (const notice of assessment.notices) add(notice.id);
  for (const node of assessment.trace?.nodes ?? []) {
    const [, prefix, id] = /^(when|derived|lever)\/(.*)$/.exec(node.id) ?? [];
    if (id === undefined) continue;
    if (prefix === 'lever' ? node.value === 'may' : node.value === 'yes') add(id);
  }
  for (const adjustment of model.adjustments) {
    const month = monthIndex(assessment.month) ?? 0;
    if (adjustment.when === null && isValid(adjustment, month)) add(adjustment.id);
  }
  return fired;
}

/** Ids that wait for an answer, with and without person. */
export function openIds(assessment: Assessment): ReadonlySet<string> {
  return new Set(assessment.open.flatMap(({ id }) => [id, id.replace(/@[^@]*$/, '')]));
}
