import type { Pack } from '../../../model/pack.js';
import { escape } from '../../report/markdown/escape.js';
import { listLines } from '../../report/markdown/markdown.js';
import type { Argument } from '../argument.js';
import { entryOf } from './argument-html.js';
import { fullTold } from './full.js';
import { targetWords } from './node-head.js';
import { answersTold } from './short.js';
import { tellingOf, type ArgumentOptions } from './telling.js';

/** An argument as GitHub Markdown: the answers with their decisive reasons, or with `full` their derivation, as nested lists. */
export function argumentMarkdown(argument: Argument, pack: Pack, options: Omit<ArgumentOptions, 'width'>): string {
  const { question, month } = argument;
  const telling = tellingOf(argument, pack, options, Infinity);
  const { voice } = telling;
  const title = voice.say(question === 'why' ? 'why.title' : 'why-not.title', { name: targetWords(telling, argument) });
  const told = options.full === true ? fullTold(telling, argument) : answersTold(telling, argument);
  const answers = told.map(({ says, below }) =>
    [`**${escape(says)}**`, '', ...listLines(below.map(entryOf))].join('\n'),
  );
  return `# ${escape(title)}\n\n${escape(voice.month(month))}\n\n${answers.join('\n\n')}\n`;
}
