import type { Result } from '../model/diagnostic.js';
import { parseHousehold, type HouseholdFile } from './household-file.js';
import { readText } from './read-text.js';

/**
 * Reads a household file, YAML or JSON, as plain data for `assess`. Its `locate` gives findings of `assess` their
 * file, line and column. Errors: not found, not text, too large, not YAML, empty.
 */
export function readHousehold(file: string): Result<HouseholdFile> {
  const text = readText(file);
  if (!text.ok) return text;
  const parsed = parseHousehold(file, text.value);
  return 'errors' in parsed ? { ok: false, errors: parsed.errors } : { ok: true, value: parsed.value, warnings: [] };
}
