import type { Definition } from '../reading/definitions.js';
import type { Report } from '../report.js';
import { isList, isMap, isScalar, type RawMap } from '../reading/tree.js';

/** Keys whose value is words for people. */
export const WORDS = ['label', 'ask', 'because', 'note', 'text'] as const;
/** The same, and how to apply for a right. */
export const SAID = [...WORDS, 'where', 'by'] as const;
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
export function textsOfDefinitions(definitions: readonly Definition[], report: Report): Record<string, MutableText> {
  const out: Record<string, MutableText> = {};
  const first = new Map<string, Definition>();
  for (const definition of definitions) {
    if (definition.section === 'sources' || definition.section === 'scenarios') continue;
    const before = first.get(definition.id);
    if (before === undefined) first.set(definition.id, definition);
    else refuseDiffering(before, definition, report);
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

/** Words are told by id, whatever the month: where two definitions of one have a place in common, it says the same in both. */
function refuseDiffering(before: Definition, definition: Definition, report: Report): void {
  const one = placesOf(before.body);
  for (const [path, words] of placesOf(definition.body)) {
    const other = one.get(path);
    const key = other === undefined ? undefined : SAID.find((word) => other[word] !== words[word]);
    if (key === undefined) continue;
    report.error(
      'texts-differ',
      [definition.place, before.place],
      `${definition.id}: ${path === '' ? key : `${key} of ${path}`} is not the same in both definitions`,
      'Texts are told by id, whatever the month: write one that is right for both, or give one of them another id.',
    );
  }
}

function textOf(body: RawMap): MutableText {
  const { '': own = {}, ...others } = Object.fromEntries(placesOf(body));
  const parts = Object.fromEntries(Object.entries(others).filter(([, text]) => Object.keys(text).length > 0));
  return { ...own, ...(Object.keys(parts).length > 0 ? { parts } : {}) };
}

/** Where a definition may have words, and those it has: by itself under '', its items, cases and aid under their paths. */
function placesOf(body: RawMap): Map<string, MutableText> {
  const own = wordsOf(body);
  const places = new Map([['', own]]);
  if (isMap(body.items))
    for (const [id, item] of Object.entries(body.items)) if (isMap(item)) places.set(`items/${id}`, wordsOf(item));
  for (const key of CASE_KEYS) {
    const cases = body[key];
    if (isList(cases)) cases.forEach((entry, at) => isMap(entry) && places.set(`${key}/${at}`, wordsOf(entry)));
  }
  if (isMap(body.apply)) {
    if (isScalar(body.apply.where)) own.where = body.apply.where.text;
    if (isScalar(body.apply.by)) own.by = body.apply.by.text;
  }
  if (isMap(body.aid)) places.set('aid', wordsOf(body.aid));
  return places;
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
