import type { Pack } from '../../../model/pack.js';
import { pageOf } from '../../report/html/page.js';
import { shortPage } from '../../report/short-page.js';
import type { Entry } from '../../report/view.js';
import type { Argument } from '../argument.js';
import { fullTold } from './full.js';
import { targetWords } from './node-head.js';
import type { Told } from './told.js';
import { answersTold } from './short.js';
import { tellingOf, type ArgumentOptions } from './telling.js';

/** An argument as one self-contained HTML page: a section an answer, its reasons as a list; with `full` the derivation, to be unfolded. */
export function argumentHtml(argument: Argument, pack: Pack, options: Omit<ArgumentOptions, 'width'>): string {
  const telling = tellingOf(argument, pack, options, Infinity);
  const { voice } = telling;
  const key = argument.question === 'why' ? 'why.title' : 'why-not.title';
  const full = options.full === true;
  const answers = full ? fullTold(telling, argument) : answersTold(telling, argument);
  return pageOf(
    shortPage(voice, {
      id: 'answer',
      title: voice.say(key, { name: targetWords(telling, argument) }),
      beside: voice.month(argument.month),
      policy: null,
      sections: answers.map(({ says, below }, at) => ({
        id: `answer-${at + 1}`,
        title: says,
        blocks: [{ kind: 'list', items: below.map(entryOf), ...(full ? { folded: true } : {}) }],
      })),
    }),
  );
}

/** In a list each point has a mark already. */
export function entryOf({ says, below }: Told): Entry {
  return { text: says.replace(/^→ /, ''), under: below.map(entryOf) };
}
