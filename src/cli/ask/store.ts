import { existsSync, rmSync } from 'node:fs';
import type { Diagnostic } from '../../model/diagnostic.js';
import { editJson } from '../../node/edit-json.js';
import { editYaml, type Change } from '../../node/edit-yaml.js';
import { parseHousehold } from '../../node/household-file.js';
import { readText } from '../../node/read-text.js';
import { mustBeWritable, writeAtomically } from '../../node/write-atomically.js';
import { mustBeHousehold } from '../document-text.js';
import { Refusal } from '../outcome.js';

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
  if (isJson) mustBeJson(file, known ?? '');
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
function mustBeJson(file: string, text: string): void {
  if (text.trim() === '') return;
  try {
    JSON.parse(text);
  } catch (error) {
    const finding: Diagnostic = {
      code: 'not-json',
      severity: 'error',
      message: 'the file ends in .json and is no JSON',
      hint: 'Correct it here, or give a file of YAML a name that ends in .yaml.',
      places: [{ file, ...placeOf(text, error) }],
    };
    throw new Refusal([finding], new Map([[file, text]]));
  }
}

/** Where the parser stumbled, as far as it says so: at a place, or at the end. */
function placeOf(text: string, error: unknown): { readonly line: number; readonly column: number } {
  const message = error instanceof Error ? error.message : '';
  const said = /position (\d+)/.exec(message)?.[1];
  const before = text.slice(
    0,
    said !== undefined ? Number(said) : /end of JSON/.test(message) ? text.trimEnd().length : 0,
  );
  const lines = before.split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
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
