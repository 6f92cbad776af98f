import { LANGUAGES, type Language } from '../explain/language.js';
import type { Pack } from '../model/pack.js';
import { didYouMean } from '../model/near.js';
import { badOption } from './outcome.js';

/** The language asked for, else the pack's first that this program speaks, else English. */
export function languageOption(asked: string | undefined, pack: Pack): Language {
  if (asked === undefined) return speakable(pack) ?? 'en';
  const found = LANGUAGES.find((language) => language === asked);
  if (found === undefined) throw badOption(`--lang: "${asked}" is not known`, didYouMean(asked, LANGUAGES));
  return found;
}

function speakable(pack: Pack): Language | undefined {
  const known = pack.model.pack.languages.find((tongue) => LANGUAGES.some((one) => one === tongue));
  return LANGUAGES.find((language) => language === known);
}
