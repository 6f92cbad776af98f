import { faultIn, type RefbudgetError } from '../../model/diagnostic.js';

/** What was computed, or why it could not be: a fault shows where the value is used. */
export type Kept<T> = { readonly is: T; readonly fault: null } | { readonly is: null; readonly fault: RefbudgetError };

export function kept<T>(compute: () => T): Kept<T> {
  try {
    return { is: compute(), fault: null };
  } catch (error) {
    return { is: null, fault: faultIn(error) };
  }
}

/** The value; throws the fault where there is none. */
export function raised<T>({ is, fault }: Kept<T>): T {
  if (fault !== null) throw fault;
  return is;
}
