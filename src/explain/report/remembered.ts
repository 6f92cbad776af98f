import type { Pack } from '../../model/pack.js';
import type { Language } from '../language.js';
import { voiceOf, type Voice } from '../words/voice.js';

const kept = new WeakMap<Pack, Map<string, Voice>>();

/** Months and languages in which a pack is spoken of at a time; more are few. */
const MOST_VOICES = 8;
/** What a voice remembers of one kind before it begins anew: some reports' worth. */
const MOST_WORDS = 2_000;

/**
 * A voice that says again what it said before: a report says most of its sentences and amounts several times, and so does the next. Words
 * that nothing is put into are found as fast as they would be remembered.
 */
export function voiceThatRemembers(pack: Pack, language: Language, month: string): Voice {
  let voices = kept.get(pack);
  if (voices === undefined) kept.set(pack, (voices = new Map<string, Voice>()));
  const key = `${language} ${month}`;
  let voice = voices.get(key);
  if (voice === undefined) {
    if (voices.size >= MOST_VOICES) voices.clear();
    voices.set(key, (voice = remembered(voiceOf(pack, language, month))));
  }
  return voice;
}

function remembered(voice: Voice): Voice {
  const say = remember((_, key: Parameters<Voice['say']>[0], values: Parameters<Voice['say']>[1]) =>
    voice.say(key, values),
  );
  const number = remember((_, value: string, places: number | undefined) => voice.number(value, places));
  const money = remember((amount) => voice.money(amount));
  const percent = remember((one) => voice.percent(one));
  const month = remember((one) => voice.month(one));
  const words = remember((_, id: string, field: Parameters<Voice['words']>[1], part: string | undefined) =>
    voice.words(id, field, part),
  );
  return {
    ...voice,
    say: (key, values) => {
      if (values === undefined) return voice.say(key);
      let asked: string = key;
      for (const name in values) asked += `\u0000${values[name]}`;
      return say(asked, key, values);
    },
    number: (value, places) => number(places === undefined ? value : `${value} ${places}`, value, places),
    money: (amount) => money(amount),
    percent: (one) => percent(one),
    month: (one) => month(one),
    words: (id, field, part, values) =>
      values === undefined
        ? words(part === undefined ? `${id} ${field}` : `${id} ${field} ${part}`, id, field, part)
        : voice.words(id, field, part, values),
  };
}

/** What was said under a key; `say` has the key and all that is needed to say it. */
function remember<T, Needs extends readonly unknown[]>(
  say: (key: string, ...needs: Needs) => T,
): (key: string, ...needs: Needs) => T {
  const known = new Map<string, T>();
  return (key, ...needs) => {
    let said = known.get(key);
    if (said === undefined) {
      if (known.size >= MOST_WORDS) known.clear();
      known.set(key, (said = say(key, ...needs)));
    }
    return said;
  };
}
