import type { Voice } from '../words/voice.js';

/** The same voice, which says again what it said before: a report says most of its words and amounts several times. */
export function remembered(voice: Voice): Voice {
  const said = new Map<string, string>();
  const numbers = new Map<string, string>();
  const words = new Map<string, string | null>();
  return {
    ...voice,
    say: (key, values = {}) => {
      const asked = [key, ...Object.values(values)].join('\u0000');
      let known = said.get(asked);
      if (known === undefined) said.set(asked, (known = voice.say(key, values)));
      return known;
    },
    number: (value, places) => {
      const asked = `${value}\u0000${places ?? ''}`;
      let known = numbers.get(asked);
      if (known === undefined) numbers.set(asked, (known = voice.number(value, places)));
      return known;
    },
    words: (id, field, part, values) => {
      if (values !== undefined) return voice.words(id, field, part, values);
      const key = `${id} ${field} ${part ?? ''}`;
      let known = words.get(key);
      if (known === undefined) words.set(key, (known = voice.words(id, field, part)));
      return known;
    },
    money: remember((one) => voice.money(one)),
    percent: remember((one) => voice.percent(one)),
    month: remember((one) => voice.month(one)),
  };
}

function remember(say: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    let words = known.get(value);
    if (words === undefined) known.set(value, (words = say(value)));
    return words;
  };
}
