import { definitionsOf } from '../../model/definitions-of.js';
import type { Pack } from '../../model/pack.js';

/** Whether the balance as text reads the trace: for the formula of a policy's aid, and for a number that a notice speaks of. */
export function readsTrace({ model, texts }: Pack, policy: string | null): boolean {
  const pays = policy !== null && definitionsOf(model.policies, policy).some(({ aid }) => aid !== null);
  return (
    pays ||
    model.notices.some(({ id }) => Object.values(texts).some((words) => /\{\s*count\b/.test(words[id]?.text ?? '')))
  );
}
