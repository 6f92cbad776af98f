import type { PackInfo } from '../../model/model.js';
import type { Place, Texts } from '../../model/pack.js';
import type { TextPlace } from '../linked.js';
import { didYouMean } from '../../model/near.js';
import type { Report } from '../report.js';
import type { Definition } from '../reading/definitions.js';
import { keyPlace, placeOf, type RawMap } from '../reading/tree.js';
import { mergeText, SAID, textsOfDefinitions, type MutableText } from './definition-words.js';
import { translated } from './translated-words.js';

type Collected = Record<string, Record<string, MutableText>>;

/** A file of translations: `texts: { food.daily: { label: … } }` below `rules/<pack>/texts/<language>.yaml`. */
export interface TextsFile {
  readonly language: string;
  readonly body: RawMap;
  /** 0 = the pack at the bottom; words of a higher layer replace those of a lower one. */
  readonly layer: number;
  /** Every text of the file was translated by a machine only. */
  readonly draft: boolean;
}

/** All words of a pack, by language, then id of a definition or basket; and where each translation stands. */
export function linkTexts(
  definitions: readonly Definition[],
  files: readonly TextsFile[],
  { languages, baskets }: Pick<PackInfo, 'languages' | 'baskets'>,
  everDefined: ReadonlySet<string>,
  report: Report,
): { texts: Texts; textPlaces: TextPlace[] } {
  const first = languages[0] ?? '';
  const own = textsOfDefinitions(definitions, report);
  const texts: Collected = Object.fromEntries(languages.map((language) => [language, {}]));
  texts[first] = own;
  const textPlaces: TextPlace[] = [];
  const layerOf = new Map<string, number>();
  const top = Math.max(0, ...files.map(({ layer }) => layer));
  const known = new Set([...definitions.map(({ id }) => id), ...Object.keys(own), ...baskets]);
  for (const { language, body, layer, draft } of files) {
    const into = texts[language];
    if (into === undefined) {
      report.error(
        'unknown-language',
        placeOf(body),
        `${language} is no language of this pack`,
        didYouMean(language, languages, `Languages: ${languages.join(', ')}; the name of the file says which.`),
      );
      continue;
    }
    for (const [id, raw] of Object.entries(body)) {
      const place = keyPlace(body, id);
      if (!known.has(id)) {
        if (everDefined.has(id)) continue;
        report.error(
          'unknown-name',
          place,
          `${id} is not defined`,
          didYouMean(id, known, 'Texts are by the id of a definition or of a basket.'),
        );
        continue;
      }
      textPlaces.push({ language, id, place });
      const entries = translated(id, raw, own, report, layer === top);
      for (const [path, text] of Object.entries(entries)) {
        const before = into[path];
        const key = `${language} ${path}`;
        if (before !== undefined && (layerOf.get(key) ?? 0) === layer) refuseTwice(path, before, text, place, report);
        layerOf.set(key, layer);
        into[path] = mergeText(before ?? {}, draft ? { ...text, draft: true } : text);
      }
    }
  }
  return { texts: texts, textPlaces };
}

function refuseTwice(path: string, before: MutableText, text: MutableText, place: Place, report: Report): void {
  for (const key of SAID) {
    if (before[key] !== undefined && text[key] !== undefined) {
      report.error(
        'text-twice',
        place,
        `${path}: ${key} is written twice in this language`,
        'Texts are written once: with the definition in the first language, in its file in the others.',
      );
    }
  }
}
