import { IntlMessageFormat } from 'intl-messageformat';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Place } from '../../model/pack.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domain.js';
import { error, warning, type Finder } from './found.js';
import { partsOf, type Part } from './text-parts.js';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const VARIABLES = ['person', 'sex', 'count', 'amount', 'month'];
/** The parser's number for a piece of plain text. */
const PLAIN = 0;
/** A language may need the grammatical sex where another does not. */
const FREE = 'sex';

/** Texts are ICU messages over a few variables; a translation uses those of the first language. */
export function messages({ model, texts, textPlaces }: Linked, _domains: Domains, find: Finder): readonly Diagnostic[] {
  const [first = '', ...others] = model.pack.languages;
  const placeIn = (language: string, id: string): Place =>
    textPlaces.find((entry) => entry.language === language && entry.id === id)?.place ?? find.at(id);
  const found: Diagnostic[] = [];
  const read = (language: string, id: string, part: Part): ReadonlySet<string> | null => {
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
    const unknown = [...result].filter((name) => !VARIABLES.includes(name));
    if (unknown.length > 0) {
      found.push(
        error(
          'text-variable',
          at,
          `the ${part.word} of "${id}" in ${language} uses {${unknown.join('}, {')}}`,
          `A text knows only ${VARIABLES.map((name) => `{${name}}`).join(', ')}.`,
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
    return new Set(namesIn(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst()));
  } catch (cause) {
    return cause instanceof Error ? cause.message.toLowerCase().replaceAll('_', ' ') : 'it cannot be read';
  }
}

function namesIn(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    const type: number = element.type;
    const own = 'value' in element && type !== PLAIN ? [element.value] : [];
    const options =
      'options' in element ? Object.values(element.options).flatMap((option) => namesIn(option.value)) : [];
    return [...own, ...options];
  });
}
