import { z } from 'zod';
import { carried, idList, mapOf, anything, text, words } from '../shapes/shape.js';

/** What a file may set for everything in it, and for its needs. */
export const fileDefaults = {
  source: carried.source,
  status: carried.status,
  presence: words('scales', 'full').optional(),
  index: text.optional(),
};

/** The top keys of a file that hold no definitions. What a `pack` or an `overlay` holds is read where it is linked. */
export const fileSchema = z.looseObject({
  ...fileDefaults,
  change: mapOf(anything).optional(),
  remove: idList.optional(),
  texts: mapOf(anything).optional(),
});
