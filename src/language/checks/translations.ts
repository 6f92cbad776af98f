import type { Diagnostic } from '../../model/diagnostic.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { warning, type Finder } from './found.js';
import { isOwn } from './own.js';
import { partsOf } from './text-parts.js';

/** Labels that baskets lack, texts that a language of the pack does not have, and texts that only a machine has translated. */
export function translations(linked: Linked, _domains: Domains, find: Finder): readonly Diagnostic[] {
  const all = [...unnamedBaskets(linked, find), ...missing(linked, find), ...drafts(linked)];
  return all.filter(({ places }) => places.every(isOwn(linked)));
}

/** A basket is defined nowhere, so that its first label stands with the texts too. */
function unnamedBaskets({ model, texts }: Linked, find: Finder): readonly Diagnostic[] {
  const { baskets, languages } = model.pack;
  const [first = ''] = languages;
  const unnamed = (language: string, id: string): boolean => texts[language]?.[id]?.label === undefined;
  return baskets
    .filter((id) => unnamed(first, id))
    .map((id) =>
      warning(
        'missing-label',
        find.at(id),
        `the basket "${id}" has no label in ${languages.filter((language) => unnamed(language, id)).join(', ')}`,
        `Write ${id}: { label: … } under \`texts\` in texts/${first}.yaml.`,
      ),
    );
}

function missing({ model, texts }: Linked, find: Finder): readonly Diagnostic[] {
  const [first = '', ...others] = model.pack.languages;
  return Object.entries(texts[first] ?? {}).flatMap(([id, text]) => {
    const written = partsOf(text);
    const gaps = new Map<string, string[]>();
    for (const language of others) {
      const known = new Set(partsOf(texts[language]?.[id]).map(({ path }) => path));
      const lacking = written.filter(({ path }) => !known.has(path)).map(({ path }) => path);
      if (lacking.length > 0) gaps.set(shortened(lacking), [...(gaps.get(shortened(lacking)) ?? []), language]);
    }
    const [language] = [...gaps.values()].flat();
    if (language === undefined) return [];
    const message = [...gaps].map(([lacking, languages]) => `${languages.join(', ')} without ${lacking}`).join('; ');
    return [
      warning(
        'missing-translation',
        find.at(id),
        `"${id}": ${message}`,
        `Write it under \`texts\` in texts/${language}.yaml.`,
      ),
    ];
  });
}

function shortened(paths: readonly string[]): string {
  return paths.length <= 4 ? paths.join(', ') : `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more`;
}

function drafts(linked: Linked): readonly Diagnostic[] {
  const { model, texts, textPlaces } = linked;
  const own = isOwn(linked);
  return model.pack.languages.flatMap((language) => {
    const places = new Map(textPlaces.filter((one) => one.language === language).map(({ id, place }) => [id, place]));
    const drafted = Object.entries(texts[language] ?? {}).flatMap(([id, text]) => {
      // what stands inside a policy stands where the policy does
      const place = places.get(id) ?? places.get(id.split('/')[0] ?? id);
      return text.draft === true && place !== undefined && own(place) ? [{ id, place }] : [];
    });
    const ids = drafted.map(({ id }) => id);
    const [first] = drafted;
    if (first === undefined) return [];
    const shown = `${ids
      .slice(0, 3)
      .map((id) => `"${id}"`)
      .join(', ')}${ids.length > 3 ? ` and ${ids.length - 3} more` : ''}`;
    const message = `${ids.length === 1 ? 'one text' : `${ids.length} texts`} in ${language} ${ids.length === 1 ? 'is' : 'are'} translated by a machine only: ${shown}`;
    return [warning('draft-text', first.place, message, 'Read it aloud, correct it, and take `draft: yes` away.')];
  });
}
