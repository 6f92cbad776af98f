import type { Agenda } from '../../dialogue/agenda.js';
import { isWord, meantBy, nearChoice, typed, type Typed } from '../../explain/dialogue/answer.js';
import { helpLines } from '../../explain/dialogue/prompt.js';
import { wrap } from '../../explain/words/columns.js';
import type { Voice } from '../../explain/words/voice.js';
import type { Change } from '../../node/edit-yaml.js';
import { WIDTH, type Asked } from './asked.js';
import type { Fit } from './fits.js';
import type { Terminal } from './terminal.js';

export interface Answered {
  readonly changes: readonly Change[];
  readonly silent: boolean;
}

export interface Questioner {
  readonly voice: Voice;
  readonly terminal: Terminal;
  readonly fits: (changes: readonly Change[]) => Fit;
}

/** Asks one question until the answer fits; questions that follow from it are part of it. */
export async function answerTo(
  { voice, terminal, fits }: Questioner,
  known: Agenda['known'],
  first: Asked,
): Promise<Answered | 'back' | 'ended'> {
  const say = (text: string): void => terminal.write(wrap(text, WIDTH, 2));
  let asked = first;
  const ask = (): void => terminal.write(['', ...asked.question, ...asked.hint]);
  ask();
  for (;;) {
    const line = await terminal.answer();
    if (line === null) return 'ended';
    const said = meantAsSilence(voice, asked, typed(voice, line));
    if (said.kind === 'help')
      terminal.write([...helpLines(voice, known, asked), '', ...asked.question, ...(asked.list ?? asked.hint)]);
    else if (said.kind === 'back') {
      if (asked === first) return 'back';
      asked = first;
      ask();
    } else if (said.kind === 'silent') {
      if (asked.silent === null) say(voice.say('ask.must'));
      else if (fits(asked.silent) === 'fits') return { changes: asked.silent, silent: asked === first };
      else say(voice.say('ask.not-computed'));
    } else if (said.kind !== 'text') say(voice.say('ask.too-long'));
    else {
      const read = asked.read(said.text);
      if (read !== null && 'question' in read) {
        asked = read;
        ask();
        continue;
      }
      const fit = read === null ? 'refused' : fits(read);
      if (read !== null && fit === 'fits') return { changes: read, silent: false };
      if (fit === 'not-computed') say(voice.say('ask.not-computed'));
      else terminal.write(refusalLines(voice, asked, said.text));
    }
  }
}

/** "No" to "who else?" ends the list, and whoever writes that it is unknown need not guess that an empty line says so. */
function meantAsSilence(voice: Voice, { empty, choices = [] }: Asked, said: Typed): Typed {
  if (said.kind !== 'text' || empty === 'must') return said;
  if (isWord(voice, 'unknown', said.text)) return empty === 'nothing' ? said : { kind: 'silent' };
  // Letters inside a word are no choice here: a Dutch "nee" stands in "gedetineerden".
  const low = said.text.toLowerCase();
  const begins = choices.some(({ label }) => label.toLowerCase().startsWith(low));
  const ends = empty === 'nothing' && !begins && isWord(voice, 'no', said.text);
  return ends ? { kind: 'silent' } : said;
}

/** So many lines of what may be typed are shown again; a longer list only where it is asked for. */
const SHOWN_AGAIN = 8;
const MOST_MEANT = 5;

/** Why an answer is not taken: letters that fit several, a word that is misspelt, or nothing that fits. */
function refusalLines(voice: Voice, asked: Asked, text: string): readonly string[] {
  const meant = meantBy(asked.choices ?? [], text).map(({ label }) => label);
  if (meant.length > 1 && meant.length <= MOST_MEANT)
    return wrap(voice.say('ask.which', { answer: text, list: voice.either(meant) }), WIDTH, 2);
  const near = meant.length === 0 ? nearChoice(asked.choices ?? [], text) : null;
  if (near !== null) return wrap(voice.say('ask.near', { answer: text, near: near.label }), WIDTH, 2);
  const again = asked.hint.length <= SHOWN_AGAIN ? asked.hint : wrap(voice.say('ask.same-list'), WIDTH, 2);
  return [...wrap(voice.say('ask.refused', { answer: text }), WIDTH, 2), ...again];
}
