import type { OpenQuestion } from '../../../model/evaluation.js';
import { firstQuestions } from '../../balance/first-questions.js';
import { grouped, groupId, type Grouped } from '../../balance/grouped.js';
import { withoutMark } from '../../balance/notice.js';
import { assumedWords } from '../../balance/quality.js';
import { whatWaits } from '../../balance/waiting.js';
import { nameWords, questionOf } from '../../words/names.js';
import { told, type Context } from '../context.js';
import type { Entry, Section } from '../view.js';

/** Questions that can still change the result, each with what hangs on it. */
export function questions(context: Context): Section | null {
  const items = questionItems(context, context.assessment.open);
  if (items.length === 0) return null;
  return { id: 'questions', title: context.voice.say('open.title'), blocks: [{ kind: 'list', items }] };
}

/** What to ask; on the file's sheet each with the name under which it is said and what waits for it. */
export function questionItems(context: Context, open: readonly OpenQuestion[]): readonly Entry[] {
  const { voice, audience, assessment } = context;
  const { model } = voice.pack;
  const pairs = open.flatMap((one) => firstQuestions(assessment, model, one.missing).map((name) => ({ name, one })));
  return grouped(pairs, ({ name }) => name).map((group) => {
    const text = questionOf(voice, told(context, groupId(group)));
    if (audience === 'family') return { text };
    const list = [...new Set(group.entries.map(({ one }) => whatWaits(context, one, (id) => told(context, id))))];
    const under = [{ text: voice.say('open.decides', { list: voice.row(list) }) }];
    return { text: withKey(context, text, group), under };
  });
}

/** On the sheet for the file, the name under which it is said. */
function withKey({ audience }: Context, text: string, group: Pick<Grouped<unknown>, 'name' | 'persons'>): string {
  return audience === 'family' ? text : `${text} [${group.persons.length === 1 ? groupId(group) : group.name}]`;
}

/** Facts that nobody said and for which the pack's assumption was used. */
export function assumptions(context: Context): Section | null {
  const { voice, assessment } = context;
  if (assessment.assumptions.length === 0) return null;
  const title = voice.say('assumptions.title');
  const groups = grouped(
    assessment.assumptions,
    (one) => one.name,
    (one) => one.value,
  );
  const named = groups.map((group) => ({
    words: withKey(context, withoutMark(nameWords(voice, told(context, groupId(group)))), group),
    is: assumedWords(voice, group.name, group.entries[0]?.value ?? null),
  }));
  const nothing = named.filter(({ is }) => is === null).map(({ words }) => words);
  const rows = named.flatMap(({ words, is }): readonly (readonly [string, string])[] =>
    is === null ? [] : [[words, is]],
  );
  return {
    id: 'assumptions',
    title,
    blocks: [
      { kind: 'text', tone: 'note', text: voice.say('report.assumptions.text') },
      ...(rows.length > 0 ? [{ kind: 'terms', rows } as const] : []),
      ...(nothing.length > 0
        ? ([
            { kind: 'text', text: voice.say('report.assumed-nothing') },
            { kind: 'list', items: nothing.map((text) => ({ text })), short: true },
          ] as const)
        : []),
    ],
  };
}
