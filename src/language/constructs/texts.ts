import type { PackInfo } from '../../model/model.js';
import type { Place, Texts } from '../../model/pack.js';
import type { TextPlace } from '../linked.js';
import { didYouMean } from '../../model/near.js';
import type { Report } from '../report.js';
import type { Definition } from '../reading/definitions.js';
import { isList, isMap, isScalar, keyPlace, kindOf, placeOf, type Raw, type RawMap } from '../reading/tree.js';

const WORDS = ['label', 'ask', 'because', 'note', 'text'] as const;
/** Keys of a definition whose value may be cases with a `because` each. */
const CASE_KEYS = ['value', 'amount', 'counts', 'assume', 'scale', 'increase', 'at-least', 'at-most', 'once'];

interface MutableText {
  label?: string;
  ask?: string;
  because?: string;
  note?: string;
  text?: string;
  where?: string;
  by?: string;
  draft?: true;
  parts?: Record<string, MutableText>;
}

type Collected = Record<string, Record<string, MutableText>>;

/** The words written with the definitions, in the pack's first language: id → words. */
export function textsOfDefinitions(definitions: readonly Definition[]): Record<string, MutableText> {
  const out: Record<string, MutableText> = {};
  for (const definition of definitions) {
    if (definition.section === 'sources' || definition.section === 'scenarios') continue;
    const own = textOf(definition.body);
    out[definition.id] = mergeText(out[definition.id] ?? {}, own);
    if (definition.section === 'policies' && isMap(definition.body.adjustments)) {
      for (const [id, body] of Object.entries(definition.body.adjustments)) {
        if (isMap(body)) out[`${definition.id}/${id}`] = textOf(body);
      }
    }
  }
  return out;
}

function mergeText(a: MutableText, b: MutableText): MutableText {
  const parts = { ...a.parts, ...b.parts };
  return { ...a, ...b, ...(Object.keys(parts).length > 0 ? { parts } : {}) };
}

function textOf(body: RawMap): MutableText {
  const own = wordsOf(body);
  const parts: Record<string, MutableText> = {};
  const add = (path: string, text: MutableText): void => {
    if (Object.keys(text).length > 0) parts[path] = text;
  };
  if (isMap(body.items))
    for (const [id, item] of Object.entries(body.items)) if (isMap(item)) add(`items/${id}`, wordsOf(item));
  for (const key of CASE_KEYS) {
    const cases = body[key];
    if (isList(cases)) cases.forEach((entry, at) => isMap(entry) && add(`${key}/${at}`, wordsOf(entry)));
  }
  if (isMap(body.apply)) {
    if (isScalar(body.apply.where)) own.where = body.apply.where.text;
    if (isScalar(body.apply.by)) own.by = body.apply.by.text;
  }
  if (isMap(body.aid)) add('aid', wordsOf(body.aid));
  return { ...own, ...(Object.keys(parts).length > 0 ? { parts } : {}) };
}

function wordsOf(body: RawMap): MutableText {
  const out: MutableText = {};
  for (const key of WORDS) {
    const raw = body[key];
    if (raw !== undefined && isScalar(raw)) out[key] = raw.text;
  }
  if (isScalar(body.draft) && body.draft.text === 'yes') out.draft = true;
  return out;
}

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
  const own = textsOfDefinitions(definitions);
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
  for (const key of [...WORDS, 'where', 'by'] as const) {
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

const NESTED = ['items', 'values', 'apply', 'adjustments', 'aid', 'draft'];

/** One id of a texts file: its own words, and those of items, cases, words of a one-of, adjustments of a policy. */
function translated(
  id: string,
  raw: Raw,
  own: Record<string, MutableText>,
  report: Report,
  exact: boolean,
): Record<string, MutableText> {
  if (!isMap(raw)) {
    report.error('wrong-value', placeOf(raw), `${id}: texts are a map, found ${kindOf(raw)}`, 'Write { label: … }.');
    return {};
  }
  const text: MutableText = {};
  const parts: Record<string, MutableText> = {};
  const others: Record<string, MutableText> = {};
  for (const [key, value] of Object.entries(raw)) {
    const place = keyPlace(raw, key);
    if ((WORDS as readonly string[]).includes(key) && isScalar(value)) text[key as 'label'] = value.text;
    else if (key === 'because' && isList(value)) Object.assign(parts, casesOf(id, value, own[id], report, exact));
    else if (key === 'draft' && isScalar(value) && value.text === 'yes') text.draft = true;
    else if (key === 'apply' && isMap(value)) {
      if (isScalar(value.where)) text.where = value.where.text;
      if (isScalar(value.by)) text.by = value.by.text;
    } else if (key === 'values' && isMap(value)) {
      for (const [word, label] of Object.entries(value))
        if (isScalar(label)) parts[`values/${word}`] = { label: label.text };
    } else if (key === 'aid' && isMap(value)) parts.aid = wordsOf(value);
    else if (key === 'items' && isMap(value)) {
      for (const [item, words] of Object.entries(value)) {
        if (isMap(words)) parts[`items/${item}`] = wordsOf(words);
        else report.error('wrong-value', placeOf(words), `${id}: ${item}: texts are a map`, 'Write { label: … }.');
      }
    } else if (key === 'adjustments' && isMap(value)) {
      for (const [name, words] of Object.entries(value))
        Object.assign(others, translated(`${id}/${name}`, words, own, report, exact));
    } else {
      report.error(
        'unknown-key',
        place,
        `${id}: ${key} is no text, or has the wrong form`,
        didYouMean(key, [...WORDS, ...NESTED], `Texts: ${WORDS.join(', ')}; items, values, apply, adjustments, aid.`),
      );
    }
  }
  const full: MutableText = { ...text, ...(Object.keys(parts).length > 0 ? { parts } : {}) };
  return { [id]: full, ...others };
}

/** A list of `because`: one for each case that has one in the first language, in their order. */
function casesOf(
  id: string,
  list: readonly Raw[],
  own: MutableText | undefined,
  report: Report,
  exact: boolean,
): Record<string, MutableText> {
  const cases = Object.entries(own?.parts ?? {}).filter(
    ([path, text]) => !path.startsWith('items/') && text.because !== undefined,
  );
  const out: Record<string, MutableText> = {};
  list.forEach((raw, at) => {
    const path = cases[at]?.[0];
    if (path !== undefined && isScalar(raw)) out[path] = { because: raw.text };
  });
  const first = list[0];
  // below an overlay the cases may have been changed since
  if (exact && cases.length !== list.length && first !== undefined) {
    report.error(
      'because-count',
      placeOf(first),
      `${id}: ${list.length} reasons where ${cases.length} cases have one`,
      'Write one for each case that has a because, in their order.',
    );
  }
  return out;
}
