import type { Choice } from '../../explain/dialogue/answer.js';
import { choiceLines } from '../../explain/dialogue/prompt.js';
import { wrap } from '../../explain/words/columns.js';
import type { Voice } from '../../explain/words/voice.js';
import { WIDTH } from './asked.js';

/** Answers as they are offered: the usual ones that fit what was said, under the first numbers; the others on demand. */
export interface Offered {
  readonly choices: readonly Choice[];
  /** What is shown at once, and all of it. Answers that are `noted` already have a tick. */
  readonly shown: readonly string[];
  readonly whole: readonly string[];
}

export function offered(
  voice: Voice,
  all: readonly Choice[],
  isLast: (id: string) => boolean,
  isNoted: (id: string) => boolean = () => false,
): Offered {
  const last = new Set(all.map(({ id }) => id).filter(isLast));
  const likely = all.filter(({ id }) => !last.has(id));
  const choices = [...likely, ...all.filter(({ id }) => last.has(id))];
  const lines = (some: readonly Choice[]): readonly string[] =>
    choiceLines(some.map(({ id, label }) => ({ id, label: isNoted(id) ? `${label} ✓` : label })));
  const whole = lines(choices);
  if (likely.length === 0 || last.size === 0) return { choices, shown: whole, whole };
  return { choices, shown: [...lines(likely), ...wrap(voice.say('ask.more'), WIDTH, 2)], whole };
}
