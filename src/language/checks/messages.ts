import type { Diagnostic } from '../../model/diagnostic.js';
import type { Place } from '../../model/pack.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { error, warning, type Finder } from './found.js';
import { choicesOf, elementsOf, isPlain, plainTextOf, type Element } from './icu.js';
import { partsOf, type Part } from './text-parts.js';
import { variablesFor, VARIABLES } from './text-variables.js';

/** A language may need the grammatical sex where another does not. */
const FREE = 'sex';
const NO_VARIABLES: ReadonlySet<string> = new Set();

/**
 * Texts are ICU messages over the variables that are filled where they stand; a translation uses those of the first language.
 * Of a pack that is not `whole`, any variable may have a value: what it would come from may be missing.
 */
export function messages(
  { model, texts, textPlaces }: Linked,
  _domains: Domains,
  find: Finder,
  whole = true,
): readonly Diagnostic[] {
  const [first = '', ...others] = model.pack.languages;
  const places = new Map(textPlaces.map(({ language, id, place }) => [`${language} ${id}`, place]));
  const placeIn = (language: string, id: string): Place => places.get(`${language} ${id}`) ?? find.at(id);
  const found: Diagnostic[] = [];
  const read = (language: string, id: string, part: Part): ReadonlySet<string> | null => {
    if (isPlain(part.says)) return NO_VARIABLES;
    const result = variablesOf(part.says, language);
    const at = language === first ? find.at(`${id}/${part.path}`) : placeIn(language, id);
    if (typeof result === 'string') {
      found.push(
        error(
          'text-syntax',
          at,
          `the ${part.word} of "${id}" in ${language} is no ICU message: ${result}`,
          'Write {person}, {count, plural, one {…} other {…}}; each brace closes.',
        ),
      );
      return null;
    }
    const filled = whole ? variablesFor(model, id, part) : VARIABLES.map(({ name }) => name);
    const unknown = [...result].filter((name) => !filled.includes(name));
    if (unknown.length > 0) {
      found.push(
        error(
          'text-variable',
          at,
          `the ${part.word} of "${id}" in ${language} uses {${unknown.join('}, {')}}`,
          hintFor(unknown, filled),
        ),
      );
      return null;
    }
    if (part.says.includes("'{")) {
      found.push(
        warning(
          'text-quoted-brace',
          at,
          `an apostrophe before a brace in the ${part.word} of "${id}" in ${language} makes the brace plain text`,
          'Write the typographic apostrophe ’.',
        ),
      );
    }
    return result;
  };
  for (const [id, text] of Object.entries(texts[first] ?? {})) {
    const before = new Map(partsOf(text).map((part) => [part.path, read(first, id, part)] as const));
    for (const language of others) {
      for (const part of partsOf(texts[language]?.[id])) {
        const used = read(language, id, part);
        const original = before.get(part.path);
        if (used === null || original === null || original === undefined || same(used, original)) continue;
        found.push(
          error(
            'text-variables-differ',
            placeIn(language, id),
            `the ${part.word} of "${id}" uses ${listed(used)} in ${language} and ${listed(original)} in ${first}`,
            'Use the same variables in every language; only {sex} is free.',
          ),
        );
      }
    }
  }
  return found;
}

function hintFor(unknown: readonly string[], filled: readonly string[]): string {
  if (filled.length === 0)
    return 'Only the text of a notice and the because of an adjustment or a case may have variables.';
  const here = `Here it may be ${filled.map((name) => `{${name}}`).join(', ')}.`;
  const known = VARIABLES.find(({ name }) => unknown.includes(name));
  return known === undefined ? here : `${known.stands} ${here}`;
}

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const of = (set: ReadonlySet<string>): string =>
    [...set]
      .filter((name) => name !== FREE)
      .sort()
      .join(' ');
  return of(a) === of(b);
}

function listed(names: ReadonlySet<string>): string {
  return names.size === 0 ? 'no variable' : [...names].map((name) => `{${name}}`).join(', ');
}

/** The variables of a message, or what is wrong with it. */
function variablesOf(text: string, language: string): ReadonlySet<string> | string {
  try {
    return new Set(namesIn(elementsOf(text, language)));
  } catch (cause) {
    return cause instanceof Error ? cause.message.toLowerCase().replaceAll('_', ' ') : 'it cannot be read';
  }
}

function namesIn(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    const own = 'value' in element && plainTextOf(element) === null ? [element.value] : [];
    return [...own, ...choicesOf(element).flatMap(namesIn)];
  });
}
