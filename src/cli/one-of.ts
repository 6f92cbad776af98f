import { badOption } from './outcome.js';

/** An option with a few known values, or exit code 2. */
export function oneOf<T extends string>(option: string, said: string, known: readonly T[]): T {
  const found = known.find((one) => one === said);
  if (found === undefined) throw badOption(`--${option}: "${said}" is not known`, `Choose ${known.join(', ')}.`);
  return found;
}
