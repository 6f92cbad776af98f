import { definitionsBehind } from '../model/behind.js';
import type { Model } from '../model/model.js';
import { splitAt } from '../model/node-id.js';
import type { Step } from './agenda.js';
import type { Remark } from './remarks.js';

/** A step that was answered, an empty line included; `persons` are the members' ids at that time. */
export interface AnsweredStep {
  readonly step: Step;
  readonly persons: readonly string[];
}

/**
 * The place among the answered steps of the latest one that has a say in a remark: of a hint that no family allowances are told, the list
 * of a child's incomes, though the hint came when the list of the home was closed. What reading warns of is in the last answer.
 */
export function answerBehind(model: Model, remark: Remark, answered: readonly AnsweredStep[]): number {
  const last = answered.length - 1;
  if (remark.kind === 'warning') return last;
  const behind = definitionsBehind(model, remark.id);
  const places = answered.flatMap((one, at) => (hasASay(one, behind, remark.person) ? [at] : []));
  return places.at(-1) ?? last;
}

function hasASay({ step, persons }: AnsweredStep, behind: ReadonlySet<string>, about: string | null): boolean {
  const isOf = (person: string | null): boolean => about === null || person === null || person === about;
  switch (step.kind) {
    case 'first-age':
    case 'next-person':
      return behind.has('person.age') || behind.has('person.role') || behind.has('person.born');
    case 'presence':
      return behind.has('person.presence');
    case 'fact': {
      const { name, person } = splitAt(step.name);
      return behind.has(name) && isOf(person);
    }
    case 'incomes': {
      const owner = step.owner === null ? null : (persons[step.owner] ?? null);
      return isOf(owner) && [...behind].some((id) => isIncome(id, owner === null ? 'household' : 'person'));
    }
    case 'bill':
    case 'costs':
      return (step.kind === 'bill' ? [step.id] : step.bills).some((id) => {
        const { name, person } = splitAt(id);
        return behind.has(name) && isOf(person);
      });
    case 'done':
      return false;
  }
}

/** By kind of this scope; a tag of the household adds up those of its persons as well. */
const isIncome = (id: string, scope: 'person' | 'household'): boolean =>
  id.startsWith(`${scope}.income.`) || id.startsWith(`${scope}.incomes.`) || id.startsWith('household.incomes.');
