import type { Pack } from '../../../model/pack.js';
import { cells, rule, wrap } from '../../words/columns.js';
import { harmlessLines } from '../../words/harmless.js';
import type { Argument } from '../argument.js';
import { fullLines } from './full.js';
import { answersTold, toldLines } from './short.js';
import { targetWords } from './node-head.js';
import type { Told } from './told.js';
import { tellingOf, type ArgumentOptions, type Telling } from './telling.js';

export type { ArgumentOptions } from './telling.js';

/**
 * An argument in plain words: the decisive reasons in a few sentences, or with `full` the derivation, indented. A family reads no
 * identifier and no free text, a researcher places and sources with their dates. Ends with a line feed.
 */
export function argumentText(argument: Argument, pack: Pack, options: ArgumentOptions): string {
  const width = Math.max(options.width ?? 80, 60);
  const telling = tellingOf(argument, pack, options, width);
  const { voice } = telling;
  const key = argument.question === 'why' ? 'why.title' : 'why-not.title';
  const title = voice.say(key, { name: targetWords(telling, argument) });
  const month = voice.month(argument.month);
  const gap = width - cells(title) - cells(month);
  const out = [...(gap >= 2 ? [title + ' '.repeat(gap) + month] : [...wrap(title, width), month]), rule(width)];
  const answers =
    options.full === true
      ? fullLines(telling, argument)
      : answersTold(telling, argument).map((one) => shortLines(telling, one));
  out.push(...answers.flatMap((lines, i) => (i > 0 ? ['', ...lines] : lines)));
  return `${harmlessLines(out).join('\n')}\n`;
}

/** An answer, and what is told of it a little further to the right. */
function shortLines(telling: Telling, { says, below }: Told): readonly string[] {
  return [...wrap(says, telling.width, 0, 4), ...toldLines(telling, below, 2)];
}
