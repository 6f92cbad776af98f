import type { Assessment } from '../../assessment/document.js';
import { agesOf } from './ages.js';
import { calledByAge } from '../words/persons.js';
import type { Voice } from '../words/voice.js';
import type { Audience } from './view.js';

/** How a sheet calls the persons: the file's by their ids, the family's by their ages. */
export function personNames(voice: Voice, assessment: Assessment, audience: Audience): (person: string) => string {
  if (audience === 'file') return (person) => person;
  const names = calledByAge(voice, agesOf(assessment));
  return (person) => names.get(person) ?? person;
}
