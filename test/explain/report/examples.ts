import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assess } from '../../../src/assessment/assess.js';
import type { Assessment } from '../../../src/assessment/document.js';
import type { HouseholdInput } from '../../../src/household/household-input.js';
import type { Pack } from '../../../src/model/pack.js';
import { belgium as shipped } from '../../../src/packs/be.js';

export const belgium = shipped as Pack<HouseholdInput>;

/** One of `examples/households`, assessed with its full trace. */
export function example(name: string): Assessment {
  return assessed(`households/${name}`);
}

/** One of `examples/cases`, under a local policy. */
export function caseOf(name: string, policy: string): Assessment {
  return assessed(`cases/${name}`, policy);
}

function assessed(path: string, policy?: string): Assessment {
  const household = parse(readFileSync(`examples/${path}.yaml`, 'utf8')) as HouseholdInput;
  return assess(belgium, household, { levers: 'chain', trace: 'full', ...(policy === undefined ? {} : { policy }) });
}
