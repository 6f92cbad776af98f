import { heading, wrap } from '../words/columns.js';
import type { OpenQuestion } from '../../model/evaluation.js';
import { firstQuestions } from './first-questions.js';
import { forAll, grouped, groupId } from './grouped.js';
import { questionOf } from '../words/names.js';
import type { Page } from './page.js';
import { whatWaits } from './waiting.js';

/** Questions that can still change the result, each with what hangs on it. */
export function questionPart(page: Page): string[] {
  const { voice, assessment, width } = page;
  const lines = questionLines(page, assessment.open);
  return lines.length === 0 ? [] : [...heading(width, voice.say('open.title')), ...lines];
}

/** What to ask, each with the name under which it is said and what waits for it. */
export function questionLines(page: Page, open: readonly OpenQuestion[]): string[] {
  const { voice, assessment, width } = page;
  const { model } = voice.pack;
  const pairs = open.flatMap((one) => firstQuestions(assessment, model, one.missing).map((name) => ({ name, one })));
  const out: string[] = [];
  for (const group of grouped(pairs, ({ name }) => name)) {
    const waiting = grouped(group.entries, ({ one }) => one.id).map(({ entries }) => entries[0]);
    const list = [...new Set(waiting.map((pair) => (pair === undefined ? '' : whatWaits(page, pair.one))))];
    out.push(
      ...wrap(
        `${questionOf(voice, forAll(page, groupId(group)))}  [${group.persons.length === 1 ? groupId(group) : group.name}]`,
        width,
        2,
        4,
      ),
    );
    out.push(...wrap(voice.say('open.decides', { list: voice.row(list) }), width, 4, 6));
  }
  return out;
}
