import type { HouseholdInput } from '../../src/household/household-input.js';
import type { Pack } from '../../src/model/pack.js';
import { readPack } from '../../src/node/index.js';

/**
 * The packs on which the laws are tried: the shipped one and the two test packs. `share` of the runs in `npm test`: on the
 * shipped pack a household with its trace takes the reference evaluator a tenth of a second, one with its levers half a
 * second, and the suite is to end in minutes; all in `test:deep`.
 */
export const PACKS = [
  { id: 'be', root: '.', share: { 'by reference': 0.4, others: 0.25 } },
  { id: 'harbour', root: 'test/packs/harbour', share: { 'by reference': 1, others: 1 } },
  { id: 'sweden', root: 'test/packs/sweden', share: { 'by reference': 1, others: 1 } },
] as const;

/** A pack as its files are now. */
export function packOf({ id, root }: { readonly id: string; readonly root: string }): Pack<HouseholdInput> {
  const result = readPack(root, id);
  if (!result.ok)
    throw new Error(
      result.errors
        .map((error) => `${error.places[0]?.file ?? ''}:${error.places[0]?.line ?? ''} ${error.message}`)
        .join('\n'),
    );
  return result.value as Pack<HouseholdInput>;
}

export const DEEP = process.env['REFBUDGET_DEEP'] === '1';
/** Fixed in `npm test`, so that a red run is about the change; drawn anew in `test:deep`. `REFBUDGET_SEED` repeats a run. */
export const SEED = Number(process.env['REFBUDGET_SEED'] ?? (DEEP ? Date.now() % 2 ** 31 : 25228096));
