import type { Diagnostic } from '../model/diagnostic.js';
import type { Place } from '../model/pack.js';

/** What is wrong at a place of a household file, and what to do. */
export function fault(code: string, place: Place, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, hint, places: [place] };
}
