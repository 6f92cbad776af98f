import type { Pack } from '../../../model/pack.js';
import { pageOf } from '../../report/html/page.js';
import { shortPage } from '../../report/short-page.js';
import type { Entry } from '../../report/view.js';
import { voiceOf } from '../../words/voice.js';
import type { Argument } from '../argument.js';
import type { ArgumentOptions } from './argument-text.js';
import { fullTold } from './full.js';
import { targetWords } from './node-head.js';
import type { Told } from './reason-lines.js';
import { answersTold } from './short.js';
import type { Telling } from './telling.js';

/** An argument as one self-contained HTML page: a section an answer, its reasons as a list; with `full` the derivation, to be unfolded. */
export function argumentHtml(argument: Argument, pack: Pack, options: Omit<ArgumentOptions, 'width'>): string {
  const voice = voiceOf(pack, options.lang, argument.month);
  const telling: Telling = { voice, audience: options.audience ?? 'worker', people: argument.people, width: Infinity };
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
