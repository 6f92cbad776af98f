import type { Diagnostic } from '../../model/diagnostic.js';
import { householdReader } from '../../household/read.js';
import type { Linked } from '../linked.js';
import { error } from './found.js';

/** A typical family must be a household that the pack can read, or no table has it. The last month of `covers` stands for all. */
export function families({ model, families: all, definitions }: Linked): readonly Diagnostic[] {
  if (all.length === 0) return [];
  const reader = householdReader(model, model.pack.covers[1], { keepInput: false });
  return all.flatMap(({ id, household }) => {
    const read = reader.read(household);
    const place = definitions.find((one) => one.section === 'families' && one.id === id)?.place;
    if (read.ok || place === undefined) return [];
    return read.errors.map(({ code, message, hint = '' }) => error(code, place, `family "${id}": ${message}`, hint));
  });
}
