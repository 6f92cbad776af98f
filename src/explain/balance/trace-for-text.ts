import type { Options } from '../../assessment/options.js';
import { saysNeedless } from '../../assessment/says-needless.js';
import { definitionsOf } from '../../model/definitions-of.js';
import type { Pack } from '../../model/pack.js';

/**
 * The trace that the balance as text reads: for the formula of a policy's aid, for a number that a notice speaks of, and for what
 * was said though it is not asked. Where there is none of these, no trace need be made. `household` may be anything, not yet read.
 */
export function traceForText(pack: Pack, household: unknown, options: Options): 'none' | 'full' {
  const { model, texts } = pack;
  const { policy = null } = options;
  const pays = policy !== null && definitionsOf(model.policies, policy).some(({ aid }) => aid !== null);
  const speaksOfNumber = model.notices.some(({ id }) =>
    Object.values(texts).some((words) => /\{\s*count\b/.test(words[id]?.text ?? '')),
  );
  return pays || speaksOfNumber || saysNeedless(pack, household, options) ? 'full' : 'none';
}
