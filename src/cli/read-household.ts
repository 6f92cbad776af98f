import { parseHousehold, type HouseholdFile } from '../node/household-file.js';
import { mustBeHousehold } from './document-text.js';
import { inputName, inputText } from './input-text.js';
import { Refusal } from './outcome.js';

/** A household file, or with `-` what is piped in; a Refusal shows where it is wrong. */
export function householdOf(file: string): HouseholdFile {
  const text = inputText(file);
  if (!text.ok) throw new Refusal(text.errors);
  const name = inputName(file);
  const parsed = parseHousehold(name, text.value);
  if ('errors' in parsed) throw new Refusal(parsed.errors, new Map([[name, text.value]]));
  mustBeHousehold(name, text.value);
  return parsed.value;
}
