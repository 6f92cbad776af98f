import { prepared } from '../src/assessment/prepared.js';
import { bandOf, signOf, type Band } from '../src/dialogue/band.js';
import { inOrder } from '../src/dialogue/in-order.js';
import { likelihood } from '../src/dialogue/likely.js';
import { rankingOf } from '../src/dialogue/rank.js';
import { tablesOf } from '../src/dialogue/tables.js';
import type { Unknown } from '../src/dialogue/unknown.js';
import { sceneOf } from '../src/dialogue/unknowns.js';
import { variantOf } from '../src/dialogue/variant.js';
import type { Household } from '../src/household/household.js';
import type { Pack } from '../src/model/pack.js';
import type { Askable } from './askable.js';
import { computed } from './measure.js';

/** The most useful question first, or as the pack lists them. */
export type Order = 'ranked' | 'file';

/** One conversation from incomes and rent until the sign is certain. */
export interface Conversation {
  /** Infinity where no question is left and the sign is still open. */
  readonly questions: number;
  /** Computing time until the first question, in microseconds. */
  readonly first: number;
}

/** Asks only what can still move the balance, in either order; throws where a sign is called that is not the true one. */
export function conversation(pack: Pack, { start, answer, balance }: Askable, order: Order): Conversation {
  const unanswered = new Set<string>();
  const before = computed();
  let household = start;
  let { band, questions } = asked(pack, household, order);
  const first = computed() - before;
  for (let count = 0; ; count++) {
    const sign = signOf(band);
    if (sign !== 'open') {
      if ((sign === 'enough') !== balance >= 0) throw new Error(`${sign} was called, but the balance is ${balance}`);
      return { questions: count, first };
    }
    const unknown = questions.find(({ name }) => !unanswered.has(name));
    if (unknown === undefined) return { questions: Infinity, first };
    const is = answer(unknown);
    if (is.kind === 'silent') unanswered.add(unknown.name);
    else {
      household = variantOf(household, [{ unknown, is }]);
      ({ band, questions } = asked(pack, household, order));
    }
  }
}

function asked(
  { model }: Pack,
  household: Household,
  order: Order,
): { readonly band: Band; readonly questions: readonly Unknown[] } {
  const { program } = prepared(model, household.month, null);
  const tables = tablesOf(program, sceneOf(model, household));
  if (order === 'file')
    return { band: bandOf(tables), questions: tables.unknowns.filter(({ at }) => tables.sizes[at]! > 1) };
  const band = rankingOf(tables, likelihood(tables));
  const questions = inOrder(tables.scene, band.questions, () => true);
  return { band, questions: questions.map(({ unknown }) => unknown) };
}
