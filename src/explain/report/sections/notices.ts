import { noticeValues } from '../../balance/notice-values.js';
import { warningWords } from '../../balance/notice.js';
import { labelOf, splitAt } from '../../words/names.js';
import type { Context } from '../context.js';
import type { Section } from '../view.js';

/** Hints of the pack for the conversation. */
export function notices(context: Context): Section | null {
  const { voice, assessment } = context;
  if (assessment.notices.length === 0) return null;
  const items = assessment.notices.map(({ id }) => {
    const { name, person } = splitAt(id);
    const values = noticeValues(assessment, voice.pack.model, id);
    const who = person === null ? null : context.called.who(person);
    const told = person === null ? values : { ...values, person: context.called.full(person) };
    const text = voice.words(name, 'text', undefined, told);
    return { text: `${text ?? labelOf(voice, name)}${who === null ? '' : ` (${who})`}` };
  });
  return { id: 'notices', title: voice.say('notices.title'), blocks: [{ kind: 'list', items }] };
}

/** For the file: what the reader of the household should look at again. */
export function warnings(context: Context): Section | null {
  const { voice, assessment } = context;
  const items = assessment.warnings.map((warning) => ({ text: warningWords(voice, warning) }));
  if (items.length === 0) return null;
  return { id: 'warnings', title: voice.say('warnings.title'), blocks: [{ kind: 'list', items }] };
}
