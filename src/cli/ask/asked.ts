import type { Choice } from '../../explain/dialogue/answer.js';
import { personCalled } from '../../explain/dialogue/persons.js';
import type { Empty } from '../../explain/dialogue/prompt.js';
import { splitAt } from '../../explain/words/names.js';
import type { Voice } from '../../explain/words/voice.js';
import type { MonthIndex } from '../../model/value.js';
import type { Change } from '../../node/edit-yaml.js';

export const WIDTH = 80;

export type Said = Readonly<Record<string, unknown>>;

/** What a question needs to know of the household as it stands in the file, and of the conversation. */
export interface Setting {
  readonly voice: Voice;
  readonly month: MonthIndex;
  readonly input: Readonly<Record<string, unknown>>;
  /** The kinds of income that were listed last on this screen: a list that is the same is not shown again. */
  readonly listed: string;
  /** Of an answer, by what the household would be with and without it: whether the pack doubts it. */
  readonly doubts: (without: Said) => (answered: Said) => boolean;
}

/** A question ready to be asked. */
export interface Asked {
  readonly question: readonly string[];
  /** What may be typed: a list to choose from, or what kind of number. */
  readonly hint: readonly string[];
  /** What `?` shows in place of the hint: a list that was shown before. */
  readonly list?: readonly string[];
  /** That list by its answers, to know whether it was shown. */
  readonly lists?: string;
  /** What may be chosen: of letters that fit several it is told which. */
  readonly choices?: readonly Choice[];
  /** What the file becomes; `null` = the answer does not fit; a further question where one is not enough. */
  read(text: string): readonly Change[] | Asked | null;
  /** An empty line: what it writes; null = it must be answered. */
  readonly silent: readonly Change[] | null;
  readonly empty: Empty;
  readonly name: string | null;
}

export type Persons = readonly Readonly<Record<string, unknown>>[];

export const personsIn = ({ input }: Setting): Persons => (input['persons'] ?? []) as Persons;

export const idAt = (setting: Setting, at: number): string => idOf(personsIn(setting)[at], `p${at + 1}`);

export const idOf = (person: Persons[number] | undefined, byPlace: string): string => {
  const id = person?.['id'];
  return typeof id === 'string' ? id : byPlace;
};

/** A name with its person as people say it: `person.school@child` is about the child of 7 years. */
export function called(setting: Setting, id: string): string {
  const { name, person } = splitAt(id);
  return person === null ? id : `${name}@${personCalled(setting.voice, setting.input, person)}`;
}
