import { monthText } from '../../calendar/month.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { CheckOptions, Linked } from '../linked.js';
import { warning } from './found.js';

/** Values whose `review` month is past at `asOf`. */
export function stale({ notes }: Linked, { asOf }: CheckOptions): readonly Diagnostic[] {
  return notes.flatMap(({ path, place, review }) => {
    if (review === undefined || review >= asOf) return [];
    const what = path === '' ? 'the values of this file' : `"${path}"`;
    return [
      warning(
        'stale',
        place,
        `${what} should have been looked at after ${monthText(review)}`,
        'Check the value at its source, then move `review` and `seen`.',
      ),
    ];
  });
}
