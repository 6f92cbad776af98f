import type { HouseholdInput } from '../../src/household/household-input.js';
import type { Pack } from '../../src/model/pack.js';
import { readPack } from '../../src/node/index.js';
import { belgium } from '../../src/packs/be.js';

/** The packs on which the laws are tried: the shipped one and the two test packs. */
export const PACKS = [
  { id: 'be', root: '.' },
  { id: 'harbour', root: 'test/packs/harbour' },
  { id: 'sweden', root: 'test/packs/sweden' },
] as const;

/** A pack: the shipped one as it was built (reading its files takes seconds), another as its files are now. */
export function packOf({ id, root }: { readonly id: string; readonly root: string }): Pack<HouseholdInput> {
  if (id === belgium.model.pack.id) return belgium;
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
