import type { OpenQuestion } from '../../model/evaluation.js';
import { labelOf, splitAt } from '../words/names.js';
import { reasonOf } from '../words/reason.js';
import { noticeValues, sexValue } from './notice-values.js';
import type { Page } from './page.js';

/** Words for something that waits for an answer: its label, else the reason it gives, else the hint it is; `told` names its person. */
export function whatWaits(
  { voice, assessment }: Pick<Page, 'voice' | 'assessment'>,
  { id }: OpenQuestion,
  told: (id: string) => string = (one) => one,
): string {
  const { name } = splitAt(id);
  const { person } = splitAt(told(id));
  const label = voice.words(name, 'label') ?? reasonOf(voice, told(id), sexValue(assessment, splitAt(id).person));
  if (label !== null) return label.replace(/\.$/, '');
  const values = { ...noticeValues(assessment, voice.pack.model, id), ...(person === null ? {} : { person }) };
  const hint = voice.words(name, 'text', undefined, values);
  return hint === null ? labelOf(voice, name) : voice.say('open.hint', { text: firstSentence(hint) });
}

/** A hint goes on to say what to do, which nobody needs before it holds. */
function firstSentence(text: string): string {
  return (/^.{12,}?(?=[.!?](?:\s|$))/u.exec(text)?.[0] ?? text).replace(/\u00a0$/, '');
}
