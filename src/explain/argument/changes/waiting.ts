import { monthText } from '../../../calendar/month.js';
import type { Fact } from '../../../model/facts.js';
import type { FactNode } from '../../../model/trace.js';
import { saidPersons } from '../../said-persons.js';
import type { Context } from '../context.js';

/** An age still to come: `month` is the first in which it is reached, null where only the years were said. */
export interface Waiting {
  readonly month: string | null;
}

/** Time alone brings it; of all built-in names only the age goes on by itself. */
export function isAge(fact: Fact): boolean {
  return fact.builtIn && fact.type === 'age';
}

/** The wait until a person is so many months old; null for an age that is past: nothing brings it back. */
export function waitingFor(
  context: Context,
  { months }: FactNode,
  person: string | null,
  wanted: number,
): Waiting | null {
  if (months === undefined || wanted <= months) return null;
  return { month: isBirthSaid(context, person) ? monthText(context.month + wanted - months) : null };
}

function isBirthSaid({ assessment }: Context, person: string | null): boolean {
  return saidPersons(assessment.input ?? {}).some(({ id, said }) => id === person && said['born'] != null);
}
