import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SourceText } from '../../src/language/linked.js';
import { packFiles } from '../fixtures/pack-files.js';

/** A mistake in the good pack, and what must be said of it. */
export interface PackCase {
  readonly name: string;
  readonly file?: string;
  readonly text?: string;
  readonly find?: string;
  readonly put?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly pack?: string;
  readonly code: string;
  /** File of the first place; by default the changed one. */
  readonly in?: string;
  readonly at: string;
  readonly hint: string;
  readonly warning?: string;
  readonly exit?: number;
}

export interface HouseholdCase {
  readonly name: string;
  readonly text: string;
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly hint: string;
  readonly warning?: string;
}

const BROKEN = import.meta.dirname;
export const BASE = join(BROKEN, 'base');
const ADDED = 'rules/town/broken.yaml';

export function packCases(): readonly PackCase[] {
  return parse(readFileSync(join(BROKEN, 'cases.yaml'), 'utf8')) as PackCase[];
}

export function householdCases(): readonly HouseholdCase[] {
  return parse(readFileSync(join(BROKEN, 'households.yaml'), 'utf8')) as HouseholdCase[];
}

/** The files of the good pack. */
export function baseFiles(): readonly SourceText[] {
  return packFiles('town', BASE);
}

/** The good pack with one mistake in it. */
export function filesOf(broken: PackCase): readonly SourceText[] {
  const file = broken.file ?? ADDED;
  if (broken.find !== undefined)
    return baseFiles().map((source) => (source.file === file ? replaced(source, broken) : source));
  const added = broken.files ?? { [file]: broken.text ?? '' };
  return [...baseFiles(), ...Object.entries(added).map(([name, text]) => ({ file: name, text }))];
}

/** Where the first place of the finding must be. */
export function expectedPlace(broken: PackCase): string {
  return `${broken.in ?? broken.file ?? ADDED}:${broken.at}`;
}

function replaced({ file, text }: SourceText, { name, find = '', put = '' }: PackCase): SourceText {
  if (text.split(find).length !== 2) throw new Error(`${name}: "${find}" must stand in ${file} exactly once`);
  return { file, text: text.replace(find, () => put) };
}
