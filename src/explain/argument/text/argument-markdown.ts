import type { Pack } from '../../../model/pack.js';
import { escape } from '../../report/markdown/escape.js';
import { voiceOf } from '../../words/voice.js';
import type { Argument } from '../argument.js';
import type { ArgumentOptions } from './argument-text.js';
import { answerWords, targetWords } from './node-head.js';
import type { Told } from './reason-lines.js';
import { toldOf } from './short.js';
import type { Telling } from './telling.js';

/** An argument as GitHub Markdown: the answers with their decisive reasons as nested lists. For the derivation ask `argumentText`. */
export function argumentMarkdown(
  argument: Argument,
  pack: Pack,
  options: Omit<ArgumentOptions, 'full' | 'width'>,
): string {
  const voice = voiceOf(pack, options.lang, argument.month);
  const telling: Telling = { voice, audience: options.audience ?? 'worker', people: argument.people, width: Infinity };
  const key = argument.question === 'why' ? 'why.title' : 'why-not.title';
  const title = voice.say(key, { name: targetWords(telling, argument) });
  const answers = argument.roots.map((root) =>
    [`**${escape(answerWords(telling, root))}**`, '', ...lines(toldOf(telling, argument.question, root), '')].join(
      '\n',
    ),
  );
  return `# ${escape(title)}\n\n${escape(voice.month(argument.month))}\n\n${answers.join('\n\n')}\n`;
}

function lines(told: readonly Told[], indent: string): readonly string[] {
  return told.flatMap(({ says, below }) => [`${indent}- ${escape(says)}`, ...lines(below, `${indent}  `)]);
}
