import type { Assessment } from '../../assessment/document.js';
import { agesOf } from './ages.js';
import { calledByAge, type Called } from '../words/persons.js';
import type { Voice } from '../words/voice.js';
import type { Audience } from './view.js';

/** How a sheet calls the persons: the file's by their ids, the family's by their ages. */
export function personNames(voice: Voice, assessment: Assessment, audience: Audience): Called {
  return audience === 'file' ? BY_ID : calledByAge(voice, agesOf(assessment));
}

const BY_ID: Called = { who: (persons) => persons, full: (person) => person };
