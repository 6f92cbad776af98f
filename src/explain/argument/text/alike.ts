import type { Answer } from '../argument.js';
import { answerWords } from './node-head.js';
import type { Told } from './told.js';
import type { Voice } from '../../words/voice.js';
import type { Telling } from './telling.js';

/** From so many persons on, who are all that were asked for, they are told as `everybody`. */
const MANY = 3;

interface OfPerson {
  readonly root: Answer;
  readonly below: readonly Told[];
}

/** Answers about one name, a person each: those who are told the very same are told it once, with their names together. */
export function alikeTold(telling: Telling, answers: readonly OfPerson[]): readonly Told[] {
  const groups = new Map<string, OfPerson[]>();
  for (const [at, one] of answers.entries()) {
    const key = JSON.stringify([headOfAll(telling, one.root) ?? at, one.below]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()].map((some) => {
    const [{ root, below }] = some as [OfPerson, ...OfPerson[]];
    if (some.length === 1) return { says: answerWords(telling, root), below };
    const { voice } = telling;
    const isAll = some.length === answers.length && some.length >= MANY;
    const who = isAll
      ? voice.say('persons.all')
      : namesOf(
          voice,
          some.flatMap((one) => one.root.person ?? []),
        );
    return { says: answerWords(telling, { ...root, person: who }, root.name), below };
  });
}

/** `amina, sami and noor`; for a family `children of 14, 10 and 3`. */
export function namesOf(voice: Voice, persons: readonly string[]): string {
  const list = persons.join(', ');
  const words = voice.who(list);
  return words === list ? voice.both(persons) : words;
}

/** What is said of nobody by name; null where the words of the answer speak of the person themselves, not in brackets. */
function headOfAll(telling: Telling, root: Answer): string | null {
  const { person } = root;
  if (person === null || !answerWords(telling, root).includes(`(${telling.voice.who(person)})`)) return null;
  return answerWords(telling, { ...root, person: null });
}
