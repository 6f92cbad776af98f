import { didYouMean } from '../../model/near.js';
import type { Report } from '../report.js';
import { isList, isMap, isScalar, keyPlace, kindOf, placeOf, type Raw } from '../reading/tree.js';
import { WORDS, wordsOf, type MutableText } from './definition-words.js';

const NESTED = ['items', 'values', 'apply', 'adjustments', 'aid', 'draft'];

/** One id of a texts file: its own words, and those of items, cases, words of a one-of, adjustments of a policy. */
export function translated(
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
