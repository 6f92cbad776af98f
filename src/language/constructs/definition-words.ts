import type { Definition } from '../reading/definitions.js';
import { isList, isMap, isScalar, type RawMap } from '../reading/tree.js';

/** Keys whose value is words for people. */
export const WORDS = ['label', 'ask', 'because', 'note', 'text'] as const;
/** Keys of a definition whose value may be cases with a `because` each. */
const CASE_KEYS = ['value', 'amount', 'counts', 'assume', 'scale', 'increase', 'at-least', 'at-most', 'once'];

/** Words while they are collected, as `Text` holds them in the end. */
export interface MutableText {
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

export function mergeText(a: MutableText, b: MutableText): MutableText {
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

/** The words of one map, without what lies inside it. */
export function wordsOf(body: RawMap): MutableText {
  const out: MutableText = {};
  for (const key of WORDS) {
    const raw = body[key];
    if (raw !== undefined && isScalar(raw)) out[key] = raw.text;
  }
  if (isScalar(body.draft) && body.draft.text === 'yes') out.draft = true;
  return out;
}
