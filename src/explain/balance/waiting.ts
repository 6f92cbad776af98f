import type { OpenQuestion } from '../../model/evaluation.js';
import { labelOf, splitAt } from '../words/names.js';
import { reasonOf } from '../words/reason.js';
import { noticeValues, sexValue } from './notice-values.js';
import type { Page } from './page.js';

/** Words for something that waits for an answer: its label, else the reason it gives, else what it tells; `told` names its person. */
export function whatWaits(
  { voice, assessment }: Pick<Page, 'voice' | 'assessment'>,
  { id }: OpenQuestion,
  told: (id: string) => string = (one) => one,
): string {
  const { name } = splitAt(id);
  const { person } = splitAt(told(id));
  const values = { ...noticeValues(assessment, voice.pack.model, id), ...(person === null ? {} : { person }) };
  const text =
    voice.words(name, 'label') ??
    reasonOf(voice, told(id), sexValue(assessment, splitAt(id).person)) ??
    voice.words(name, 'text', undefined, values);
  return text === null ? labelOf(voice, name) : text.replace(/\.$/, '');
}
