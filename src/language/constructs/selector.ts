import { z } from 'zod';
import type { Context } from '../context.js';
import { didYouMean } from '../../model/near.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { idList, strict, text, words } from '../shapes/shape.js';
import { isList, isMap, isScalar, placeOf, type Raw } from '../reading/tree.js';

/** `[food.bread]`, or `{ basket: food, tag: …, pays: … }` of which all must fit. */
const fitting = strict({
  basket: text.optional(),
  tag: text.optional(),
  pays: words('fixed', 'living', 'reserve').optional(),
});
export const selector = z.union([idList, fitting]);

/** Ids of the needs that a selector names, in the order of the baskets. Null after a finding. */
export function selectNeeds(raw: Raw, reader: string, context: Context): readonly string[] | null {
  if (isList(raw)) return listed(raw, reader, context);
  const { report } = context;
  if (!isMap(raw) || !hasShape(fitting, raw, 'a choice of needs', report)) return null;
  const found = context.definitions.filter((d) => d.section === 'needs' && fits(d, raw));
  const ids = [...new Set(found.map((d) => d.id))];
  if (ids.length > 0) return inOrder(ids, context);
  const baskets = context.info.baskets;
  const tags = new Set(context.definitions.filter((d) => d.section === 'needs').flatMap(tagsOf));
  const hint =
    raw.basket !== undefined && !baskets.includes(raw.basket.text)
      ? didYouMean(raw.basket.text, baskets, `Baskets: ${baskets.join(', ')}.`)
      : raw.tag !== undefined && !tags.has(raw.tag.text)
        ? didYouMean(raw.tag.text, tags, 'No need has this tag.')
        : 'Nothing fits all of it.';
  report.error('nothing-chosen', placeOf(raw), 'no need fits', hint);
  return null;
}

function fits(
  definition: Definition,
  raw: {
    basket?: { text: string } | undefined;
    tag?: { text: string } | undefined;
    pays?: { text: string } | undefined;
  },
): boolean {
  const pays = definition.body.pays;
  return (
    (raw.basket === undefined || definition.id.split('.')[0] === raw.basket.text) &&
    (raw.tag === undefined || tagsOf(definition).includes(raw.tag.text)) &&
    (raw.pays === undefined || (isScalar(pays) && pays.text === raw.pays.text))
  );
}

/** Tags as written. */
export function tagsOf({ body }: Definition): string[] {
  return isList(body.tags) ? body.tags.filter(isScalar).map((tag) => tag.text) : [];
}

function listed(raw: readonly Raw[], reader: string, context: Context): readonly string[] | null {
  const ids: string[] = [];
  for (const entry of raw) {
    if (!isScalar(entry)) {
      context.report.error('wrong-value', placeOf(entry), 'a list of needs has ids only', 'Write [food.bread].');
      return null;
    }
    const section = context.byId.get(entry.text)?.[0]?.section;
    if (section !== 'needs') {
      const known = context.definitions.filter((d) => d.section === 'needs').map((d) => d.id);
      context.report.error(
        'unknown-name',
        entry.place,
        `${entry.text} is no need`,
        didYouMean(entry.text, known, 'Name a need.'),
      );
      return null;
    }
    if (ids.includes(entry.text))
      context.report.error('duplicate-key', entry.place, `${entry.text} stands twice in this list`, 'Write it once.');
    ids.push(entry.text);
    context.reads.push({ reader, ref: { of: 'line', id: entry.text }, place: entry.place, as: 'list' });
  }
  return ids;
}

/** Order of the model: by basket, then place. */
function inOrder(ids: readonly string[], context: Context): string[] {
  const basket = (id: string): number => context.info.baskets.indexOf(id.split('.')[0] ?? '');
  return [...ids].sort((a, b) => basket(a) - basket(b));
}
