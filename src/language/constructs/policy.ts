import type { Expression } from '../../model/expression.js';
import type { Adjustment, Policy } from '../../model/needs.js';
import { linkAdjustment } from './adjustment.js';
import { noteDown, readerOf, type Context, type Reader } from '../context.js';
import { wantedOf } from './fact.js';
import { linkOnce } from './lever.js';
import { didYouMean } from '../../model/near.js';
import { originUnder } from '../values/provenance.js';
import { tagsOf } from './selector.js';
import { validOf, type Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { anything, common, mapOf, strict, text, value, wholeNumber, wordList } from '../shapes/shape.js';
import { isMap, keyPlace, type Raw, type RawMap, type Scalar } from '../reading/tree.js';
import { linkValue } from '../values/value.js';

/** `policies: { town: { counts: […], settings: …, adjustments: …, aid: … } }`: it reaches the aid column alone. */
export const policySchema = strict({
  ...common,
  counts: wordList.optional(),
  settings: mapOf(value).optional(),
  adjustments: mapOf(anything).optional(),
  aid: strict({
    ...common,
    pays: value,
    minimum: value.optional(),
    months: wholeNumber.optional(),
    once: value.optional(),
    because: text.optional(),
  }).optional(),
  because: text.optional(),
  text: text.optional(),
});

/** Links a policy. Null after a finding. */
export function linkPolicy(definition: Definition, context: Context): Policy | null {
  const { id, body, path, valid } = definition;
  if (!hasShape(policySchema, body, id, context.report, definition.place)) return null;
  noteDown(context, path, body);
  const base = readerOf(context, definition, 'household', originUnder(definition.file.origin, body));
  const reader: Reader = { ...base, extra: ['sum'] };
  const counts = linkCounted(body.counts ?? [], context);
  const settings = linkSettings(body.settings, reader);
  const adjustments = linkAdjustments(definition, context);
  const aid = body.aid === undefined ? null : linkAid(body.aid as unknown as RawMap, reader);
  if (counts === null || settings === null || adjustments === null || aid === 'told') return null;
  return { id, valid, counts, settings, adjustments, aid };
}

/** Ids of the optional needs with one of the tags. */
function linkCounted(tags: readonly Scalar[], context: Context): string[] | null {
  const optional = context.definitions.filter((d) => d.section === 'needs' && 'optional' in d.body);
  const known = new Set(optional.flatMap(tagsOf));
  let sound = true;
  for (const tag of tags) {
    if (known.has(tag.text)) continue;
    context.report.error(
      'nothing-chosen',
      tag.place,
      `no optional need has the tag ${tag.text}`,
      didYouMean(tag.text, known, 'A policy counts optional needs by their tags.'),
    );
    sound = false;
  }
  const wanted = tags.map((tag) => tag.text);
  const found = optional.filter((d) => tagsOf(d).some((tag) => wanted.includes(tag)));
  const basket = (id: string): number => context.info.baskets.indexOf(id.split('.')[0] ?? '');
  return sound ? [...new Set(found.map((d) => d.id))].sort((a, b) => basket(a) - basket(b)) : null;
}

function linkSettings(raw: RawMap | undefined, reader: Reader): Policy['settings'] | null {
  const { context } = reader;
  const settings: { fact: string; value: Expression }[] = [];
  let sound = true;
  for (const [name, of] of Object.entries(raw ?? {})) {
    const definition = context.byId.get(name)?.[0];
    const signature = definition?.section === 'facts' ? context.signature(name) : null;
    if (signature?.scope !== 'local') {
      const known = context.definitions
        .filter((d) => d.section === 'facts' && d.id.startsWith('local.'))
        .map((d) => d.id);
      context.report.error(
        'setting-not-local',
        keyPlace(raw as RawMap, name),
        `${name} is no local fact`,
        didYouMean(name, known, 'A policy sets local facts only.'),
      );
      sound = false;
      continue;
    }
    context.reads.push({
      reader: reader.path,
      ref: { of: 'fact', id: name },
      place: keyPlace(raw as RawMap, name),
      as: 'list',
    });
    const { pending } = signature;
    const linked =
      pending === true ? null : linkValue(of, reader, wantedOf(signature.type, signature.values, signature.unit));
    if (linked === null) sound = false;
    else settings.push({ fact: name, value: linked.expression });
  }
  return sound ? settings : null;
}

/** Adjustments of a policy: their ids are its own. */
function linkAdjustments(definition: Definition, context: Context): Adjustment[] | null {
  const raw = definition.body.adjustments as RawMap | undefined;
  const out: Adjustment[] = [];
  let sound = true;
  for (const [id, body] of Object.entries(raw ?? {})) {
    const place = keyPlace(raw as RawMap, id);
    if (!isMap(body)) {
      context.report.error('wrong-value', place, `${id}: an adjustment is a map`, 'Write its keys below it.');
      sound = false;
      continue;
    }
    const path = `${definition.path}/${id}`;
    context.places[path] = place;
    const file = { ...definition.file, origin: originUnder(definition.file.origin, definition.body) };
    const own = validOf(body);
    const linked = linkAdjustment(
      {
        ...definition,
        section: 'adjustments',
        id,
        path,
        place,
        body,
        valid: 'valid' in body ? own : definition.valid,
        file,
      },
      context,
      true,
    );
    if (linked === null) sound = false;
    else out.push(linked);
  }
  return sound ? out : null;
}

function linkAid(raw: RawMap, outer: Reader): Policy['aid'] | 'told' {
  noteDown(outer.context, outer.path, raw);
  const reader: Reader = {
    ...outer,
    extra: ['sum', 'gap'],
    origin: outer.origin === null ? null : originUnder(outer.origin, raw),
  };
  const pays = linkValue(raw.pays as Raw, reader, { kind: 'month' });
  const minimum = raw.minimum === undefined ? null : linkValue(raw.minimum, reader, { kind: 'month' });
  const once = raw.once === undefined ? null : linkOnce(raw.once, reader);
  if (pays === null || (raw.minimum !== undefined && minimum === null) || once === 'told') return 'told';
  const months = raw.months as Scalar | undefined;
  return {
    pays: pays.expression,
    minimum: minimum?.expression ?? null,
    months: months === undefined ? null : Number(months.text),
    once,
  };
}
