import type { HouseholdFile } from '../node/household-file.js';
import { readHousehold } from '../node/read-household.js';
import { readText } from '../node/read-text.js';
import { mustBeHousehold } from './document-text.js';
import { Refusal } from './outcome.js';

/** A household file, or a Refusal that shows where it is wrong. */
export function householdOf(file: string): HouseholdFile {
  const read = readHousehold(file);
  if (read.ok) {
    mustBeHousehold(file, read.value.text);
    return read.value;
  }
  throw new Refusal(read.errors, textsOf(file));
}

/** The text again, for the pointer below a source line; none where the file cannot be read. */
function textsOf(file: string): ReadonlyMap<string, string> {
  const text = readText(file);
  return text.ok ? new Map([[file, text.value]]) : new Map();
}
