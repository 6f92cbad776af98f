import type { Progress, Step } from '../../dialogue/agenda.js';
import type { Change } from '../../node/edit-yaml.js';

type Input = Readonly<Record<string, unknown>>;

/** What a file tells of persons alone was left while they were being told. */
const OF_PERSONS: readonly string[] = ['month', 'persons', 'others', 'about'];

/** Where a conversation begins: who has gone beyond the persons is not asked for them again. */
export function progressAt(input: Input): Progress {
  const persons = Object.keys(input).some((key) => !OF_PERSONS.includes(key));
  return { persons, presence: persons, owners: 0, bills: [], costs: false };
}

/** What has been gone through once a step is answered; an empty line ends a list. */
export function progressBy(progress: Progress, step: Step, silent: boolean): Progress {
  switch (step.kind) {
    case 'next-person':
      return silent ? { ...progress, persons: true } : progress;
    case 'presence':
      return silent ? { ...progress, presence: true } : progress;
    case 'bill':
      return { ...progress, bills: [...progress.bills, step.id] };
    case 'costs':
      return silent ? { ...progress, costs: true } : progress;
    case 'incomes':
      return silent ? { ...progress, owners: step.last ? null : progress.owners! + 1 } : progress;
    default:
      return progress;
  }
}

/** A list that is gone through is complete: what it does not name is 0. */
export function completeIncomes(input: Input): Change[] {
  return [
    ...(input['incomes'] === undefined ? [{ path: ['incomes'], value: [] }] : []),
    ...(input['incomes-complete'] === undefined ? [] : [{ path: ['incomes-complete'], value: undefined }]),
  ];
}
