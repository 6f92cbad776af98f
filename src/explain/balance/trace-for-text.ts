import { definitionsOf } from '../../model/definitions-of.js';
import type { Pack } from '../../model/pack.js';

/**
 * Whether the balance as text reads the trace whatever a household says: for the formula of a policy's aid, and for a number that
 * a notice speaks of. Else it reads the trace only where something was said that is not asked (`saysNeedless`).
 */
export function needsTrace({ model, texts }: Pack, policy: string | null): boolean {
  const pays = policy !== null && definitionsOf(model.policies, policy).some(({ aid }) => aid !== null);
  return (
    pays ||
    model.notices.some(({ id }) => Object.values(texts).some((words) => /\{\s*count\b/.test(words[id]?.text ?? '')))
  );
}
