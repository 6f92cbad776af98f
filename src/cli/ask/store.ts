import { existsSync, rmSync } from 'node:fs';
import { editJson } from '../../node/edit-json.js';
import { editYaml, type Change } from '../../node/edit-yaml.js';
import { parseHousehold } from '../../node/household-file.js';
import { readText } from '../../node/read-text.js';
import { mustBeWritable, writeAtomically } from '../../node/write-atomically.js';
import { mustBeHousehold } from '../document-text.js';
import { badOption, Refusal } from '../outcome.js';

/** A household file while it is filled in; each change is on the disk before the next question. */
export interface Store {
  readonly file: string;
  /** null = there is no file yet. */
  text(): string | null;
  input(): Readonly<Record<string, unknown>>;
  /** The text with changes, not written yet. */
  edited(changes: readonly Change[]): string;
  /** Writes whole texts, and only over what was read or written here; null takes the file away again. */
  write(text: string | null): void;
}

export function openStore(file: string): Store {
  const isJson = file.endsWith('.json');
  mustBeWritable(file);
  let known = existsSync(file) ? mustRead(file) : null;
  mustBeHousehold(file, known ?? '');
  if (isJson && !isJsonOrEmpty(known)) throw notJson(file);
  const check = (): void => {
    const now = existsSync(file) ? mustRead(file) : null;
    if (now !== known) throw changed(file);
  };
  return {
    file,
    text: () => known,
    input: () => inputOf(file, known),
    edited: (changes) => (isJson ? editJson : editYaml)(known ?? '', changes),
    write: (text) => {
      check();
      if (text === null) rmSync(file, { force: true });
      else writeAtomically(file, text);
      known = text;
    },
  };
}

/** What is written as JSON must have been JSON: comments of YAML would be lost. */
function isJsonOrEmpty(text: string | null): boolean {
  if (text === null || text.trim() === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function notJson(file: string): Refusal {
  return badOption(`${file}: the file is no JSON`, 'Correct it, or name a file of YAML that ends in .yaml.');
}

function mustRead(file: string): string {
  const read = readText(file);
  if (!read.ok) throw new Refusal(read.errors);
  return read.value;
}

/** The plain data of a text; an empty file is a household that nobody has begun. */
export function inputOf(file: string, text: string | null): Readonly<Record<string, unknown>> {
  if (text === null || text.trim() === '') return {};
  const parsed = parseHousehold(file, text);
  if ('errors' in parsed) throw new Refusal(parsed.errors, new Map([[file, text]]));
  return parsed.value.input as Readonly<Record<string, unknown>>;
}

function changed(file: string): Refusal {
  const hint = 'Nothing of it was overwritten. Start again: what the file says now is read.';
  return new Refusal(
    [
      {
        code: 'file-changed',
        severity: 'error',
        message: `${file}: somebody else changed the file meanwhile`,
        hint,
        places: [],
      },
    ],
    new Map(),
    2,
  );
}
