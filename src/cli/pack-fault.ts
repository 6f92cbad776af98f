import { saidPersons } from '../explain/said-persons.js';
import { isEvaluationFault, type Diagnostic } from '../model/diagnostic.js';
import { splitAt } from '../model/node-id.js';
import type { Pack } from '../model/pack.js';
import type { HouseholdFile } from '../node/household-file.js';

type Input = Readonly<Record<string, unknown>>;

/**
 * Findings with their places in the household's file. A fault of the pack that only this household meets names a name of the pack:
 * it is shown at the person or the bill it is about, and where the pack has it.
 */
export function located(pack: Pack, household: HouseholdFile, findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return findings.flatMap((one) =>
    isEvaluationFault(one) ? [faultPlaces(pack, household, one)] : household.locate([one]),
  );
}

function faultPlaces(pack: Pack, household: HouseholdFile, fault: Diagnostic): Diagnostic {
  const { name, person } = splitAt(String(fault.path?.[0] ?? ''));
  const path = pathOf(household.input as Input, name, person);
  const { path: _name, ...rest } = fault;
  const [here = rest] = path === null ? [] : household.locate([{ ...rest, path }]);
  const place = placeIn(pack, name);
  return { ...here, places: [...here.places, ...(place === null ? [] : [{ ...place, caption: 'in the pack' }])] };
}

/** The bill somebody wrote, else the person; null where it is about the household as a whole. */
function pathOf(input: Input, name: string, person: string | null): readonly (string | number)[] | null {
  if (name.startsWith('bill.'))
    return ['bills', name.slice('bill.'.length), ...(person === null || person === 'household' ? [] : [person])];
  const persons = saidPersons(input);
  const at = persons.findIndex(({ id }) => id === person);
  if (at < 0) return null;
  const isOther = persons[at]!.other;
  return isOther ? ['others', at - persons.filter(({ other }) => !other).length] : ['persons', at];
}

/** `ris.base(single)` stands where `ris.base` does, `food.daily/milk` at its item, the column of a table where the table does. */
function placeIn({ places }: Pack, name: string): Pack['places'][string] | null {
  const bare = name.replace(/\(.*\)$/, '');
  const [owner = bare, item] = bare.split('/');
  const keys = [`${owner}/items/${item ?? ''}`, bare, owner, owner.slice(0, Math.max(0, owner.lastIndexOf('.')))];
  const key = keys.find((one) => places[one] !== undefined);
  return key === undefined ? null : places[key]!;
}
