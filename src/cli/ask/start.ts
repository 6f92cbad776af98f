import { personCalled } from '../../explain/dialogue/persons.js';
import { saidPersons } from '../../explain/said-persons.js';
import { wrap } from '../../explain/words/columns.js';
import type { Voice } from '../../explain/words/voice.js';
import { WIDTH } from './asked.js';

/** How to answer; and of a file that was begun, whom it tells of and from which month. */
export function startLines(voice: Voice, input: Readonly<Record<string, unknown>>): string[] {
  const persons = saidPersons(input).map(({ id }) => personCalled(voice, input, id));
  const begun =
    persons.length === 0
      ? voice.say('ask.begin', { month: voice.month(voice.now) })
      : voice.say('ask.resume', { month: voice.month(voice.now), list: voice.row(persons) });
  return [...wrap(begun, WIDTH), ...wrap(voice.say('ask.welcome'), WIDTH)];
}
