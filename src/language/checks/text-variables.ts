import { adjustmentsOf } from '../../model/adjustments-of.js';
import type { Condition } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import type { Model } from '../../model/model.js';
import type { Adjustment } from '../../model/needs.js';
import type { Part } from './text-parts.js';

/** `{sex}` says what the person's fact of that name does. */
const SEX = 'sex';

/** The variables of texts, and where each of them has a value. */
export const VARIABLES = [
  { name: 'month', stands: '{month} is the month of the budget.' },
  { name: 'person', stands: '{person} stands in texts about one person.' },
  { name: 'sex', stands: '{sex} stands in texts about one person, of a pack that asks a fact of that name.' },
  { name: 'count', stands: '{count} is the first whole number that the condition of a notice tests.' },
  { name: 'amount', stands: '{amount} is what an adjustment adds, or its least or most, written as a number.' },
] as const;

/** Variables that a text may use: those that have a value whenever it is shown. */
export function variablesFor(model: Model, id: string, { path, word }: Part): readonly string[] {
  if (word === 'text') return noticeVariables(model, id);
  if (word !== 'because') return [];
  const adjustments = adjustmentsOf(model, id);
  if (adjustments.length > 0) {
    return [
      'month',
      ...(adjustments.every((one) => one.for === 'person') ? ofPerson(model) : []),
      ...(adjustments.every(writesAmount) ? ['amount'] : []),
    ];
  }
  const cases = path.startsWith('value/') ? model.derived.filter((one) => one.id === id) : [];
  if (cases.length === 0) return [];
  return ['month', ...(cases.every((one) => one.scope === 'person') ? ofPerson(model) : [])];
}

/** What texts about one person may say of them. */
function ofPerson(model: Model): readonly string[] {
  const asksSex = model.facts.some((one) => one.id === `person.${SEX}` && one.type === 'one-of');
  return ['person', ...(asksSex ? [SEX] : [])];
}

function noticeVariables(model: Model, id: string): readonly string[] {
  const notices = model.notices.filter((one) => one.id === id);
  if (notices.length === 0) return [];
  return [
    'month',
    ...(notices.every((one) => one.scope === 'person') ? ofPerson(model) : []),
    ...(notices.every((one) => refsTested(one.when).some((ref) => isWhole(model, ref))) ? ['count'] : []),
  ];
}

function refsTested(condition: Condition): readonly Ref[] {
  return condition.kind === 'test' ? [condition.ref] : condition.of.flatMap(refsTested);
}

function isWhole(model: Model, ref: Ref): boolean {
  if (ref.of !== 'fact' && ref.of !== 'derived') return false;
  const list: readonly { readonly id: string; readonly type: string }[] =
    ref.of === 'fact' ? model.facts : model.derived;
  return list.some((one) => one.id === ref.id && one.type === 'whole');
}

/** Its first amount is a number, not a formula whose value only a line knows. */
function writesAmount({ effects }: Adjustment): boolean {
  const first = effects.find(({ verb }) => verb !== 'leave-out' && verb !== 'scale');
  return first?.by !== undefined && isNumber(first.by);
}

function isNumber(by: Expression | null): boolean {
  return by !== null && (by.kind === 'number' || (by.kind === 'convert' && by.of.kind === 'number'));
}
