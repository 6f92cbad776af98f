import { definitionsOf } from '../../model/definitions-of.js';
import type { Model } from '../../model/model.js';
import type { Pack } from '../../model/pack.js';

/**
 * The trace that the balance as text reads: for the formula of a policy's aid, for a number that a notice speaks of, and for what
 * was said though it is not asked. Where there is none of these, no trace need be made. `household` may be anything, not yet read.
 */
export function traceForText({ model, texts }: Pack, household: unknown, policy: string | null): 'none' | 'full' {
  const pays = policy !== null && definitionsOf(model.policies, policy).some(({ aid }) => aid !== null);
  const speaksOfNumber = model.notices.some(({ id }) =>
    Object.values(texts).some((words) => /\{\s*count\b/.test(words[id]?.text ?? '')),
  );
  return pays || speaksOfNumber || mayBeNeedless(model, household) ? 'full' : 'none';
}

/** True when a fact is said that is not asked of everybody. */
function mayBeNeedless({ facts }: Model, household: unknown): boolean {
  const { persons, others, dwelling, household: home } = Object(household) as Readonly<Record<string, unknown>>;
  const said = new Set([persons, others, dwelling, home].flat().flatMap((map) => Object.keys(Object(map) as object)));
  return facts.some(({ id, applies }) => applies !== null && said.has(id.slice(id.indexOf('.') + 1)));
}
