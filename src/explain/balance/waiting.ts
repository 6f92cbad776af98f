import type { OpenQuestion } from '../../model/evaluation.js';
import { labelOf, splitAt } from '../words/names.js';
import { reasonOf } from '../words/reason.js';
import { noticeValues } from './notice-values.js';
import type { Page } from './page.js';

/** Words for something that waits for an answer: its label, else the reason it gives, else what it tells. */
export function whatWaits({ voice, assessment }: Page, { id }: OpenQuestion): string {
  const { name } = splitAt(id);
  const told = noticeValues(assessment, voice.pack.model, id);
  const text = voice.words(name, 'label') ?? reasonOf(voice, id) ?? voice.words(name, 'text', undefined, told);
  return text === null ? labelOf(voice, name) : text.replace(/\.$/, '');
}
