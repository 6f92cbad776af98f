/** refbudget/be: the Belgian pack, linked when the package was built. */
import type { Pack } from '../model/pack.js';
import { digest, families, model, places, texts } from './be.generated.js';
import type { BelgianHousehold } from './be-household.generated.js';
import { packFrom } from './pack-from.js';

export type { BelgianHousehold, BelgianHouseholdPerson } from './be-household.generated.js';

/** Reference budgets of Belgium: twelve baskets and obligations, three regions. */
export const belgium: Pack<BelgianHousehold> = packFrom({ digest, model, texts, places, families });
