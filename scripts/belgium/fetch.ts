/** What is guessed in an assumed line of the Belgian pack, and what would replace the guess: a sentence for each need, none for all. */
import type { Pack } from '../../src/model/pack.js';
import { BODY } from './fetch/body.js';
import { FAMILY } from './fetch/family.js';
import { HOME } from './fetch/home.js';
import { WAYS } from './fetch/ways.js';
import type { Row } from './needs.js';

export const FETCH: Readonly<Record<string, string>> = { ...BODY, ...HOME, ...FAMILY, ...WAYS };

/** Two tables: the assumed lines of the typical families, those with most euros first, and those of other situations. */
export function fetchPart(pack: Pack, needs: readonly Row[], name: (id: string) => string): readonly string[] {
  const assumed = [...needs].filter((row) => row.assumed > 0).sort((a, b) => b.assumed - a.assumed);
  return [
    'The assumed lines, those with most euros first: how many of their numbers are guesses, and what would replace them.',
    '',
    '| euros, mean | line | guessed | what a person should fetch |',
    '| ---: | --- | --- | --- |',
    ...assumed.map(
      ({ id, assumed: euros, guessed }) =>
        `| ${euros.toFixed(2)} | ${name(id)} (\`${id}\`) | ${guessed} | ${sentence(id)} |`,
    ),
    '',
    'Lines of other situations, which no typical family has:',
    '',
    '| line | what a person should fetch |',
    '| --- | --- |',
    ...otherAssumed(pack, needs).map((id) => `| ${name(id)} (\`${id}\`) | ${sentence(id)} |`),
  ];
}

/** Needs tagged as assumed that no typical family has a line of. */
export const otherAssumed = (pack: Pack, needs: readonly Row[]): readonly string[] =>
  pack.model.needs
    .filter(({ id, tags }) => tags.includes('assumed') && !needs.some((row) => row.id === id))
    .map(({ id }) => id)
    .sort();

function sentence(id: string): string {
  const found = FETCH[id];
  if (found === undefined)
    throw new Error(`scripts/belgium/fetch says nothing of ${id}: what is guessed, who knows it?`);
  return found;
}
