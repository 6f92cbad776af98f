import type { OpenQuestion } from '../model/evaluation.js';
import { labelOf, splitAt } from './names.js';
import type { Voice } from './voice.js';

/** Words for something that waits for an answer: its label, else the reason it gives. */
export function whatWaits(voice: Voice, one: OpenQuestion): string {
  const { name, person } = splitAt(one.id);
  const values = { person: person ?? '' };
  const text =
    voice.words(name, 'label', undefined, values) ??
    voice.words(name, 'because', undefined, values) ??
    voice.words(name, 'text', undefined, values);
  return text === null ? labelOf(voice, name) : text.replace(/\.$/, '');
}
