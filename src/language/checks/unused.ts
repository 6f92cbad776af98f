import type { Diagnostic } from '../../model/diagnostic.js';
import type { DefinitionInfo, Linked, Section } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { warning, type Finder } from './found.js';
import { idOf } from './names.js';
import { isOwn } from './own.js';
import { plainName } from './scenarios.js';

const WHAT: Partial<Record<Section, string>> = {
  facts: 'fact',
  derive: 'derived fact',
  parameters: 'parameter',
  series: 'series',
  tables: 'table',
};

/**
 * Definitions that nothing reads, sources that nothing names, baskets without a need, files that nothing names. The scenarios
 * of what an overlay lies on, which may be all that reads a name, are not those of the overlay.
 */
export function unused(linked: Linked, _domains: Domains, find: Finder): readonly Diagnostic[] {
  const all = [...definitions(linked, find), ...sources(linked), ...baskets(linked), ...files(linked)];
  return all.filter(({ places }) => places.every(isOwn(linked)));
}

function definitions(linked: Linked, find: Finder): readonly Diagnostic[] {
  const { model } = linked;
  const used = namesUsed(linked);
  const lists: readonly (readonly [Section, readonly { readonly id: string }[]])[] = [
    ['facts', model.facts.map((fact) => (fact.builtIn ? { id: '' } : fact))],
    ['derive', model.derived],
    ['parameters', model.parameters],
    ['series', model.series],
    ['tables', model.tables],
  ];
  const found: DefinitionInfo[] = [];
  for (const [section, list] of lists) {
    list.forEach(({ id }, at) => {
      if (id !== '' && !used.has(id)) found.push(find.info(section, at));
    });
  }
  return found.map(({ section, id, place }) =>
    warning(
      'unused',
      place,
      `nothing reads the ${WHAT[section] ?? 'definition'} "${id}"`,
      'Use it in a rule, or take it out.',
    ),
  );
}

function namesUsed({ model, reads, scenarios }: Linked): ReadonlySet<string> {
  const used = new Set(reads.map(({ ref }) => idOf(ref)));
  for (const { settings } of model.policies) for (const { fact } of settings) used.add(fact);
  for (const { expect, vary } of scenarios) {
    for (const { key } of [...expect, ...vary.flatMap((row) => row.expect)]) used.add(plainName(key));
  }
  for (const { id, gives } of model.tables) if (gives.some((column) => used.has(`${id}.${column}`))) used.add(id);
  return used;
}

function sources({ model, sourceUses, definitions: all }: Linked): readonly Diagnostic[] {
  const used = new Set(sourceUses.map(({ id }) => id));
  return model.sources.flatMap(({ id }) => {
    const place = all.find((info) => info.section === 'sources' && info.id === id)?.place;
    if (used.has(id) || place === undefined) return [];
    return [warning('unused', place, `no number names the source "${id}"`, 'Name it in a `source:`, or take it out.')];
  });
}

function baskets({ model, places, definitions: all }: Linked): readonly Diagnostic[] {
  const filled = new Set(model.needs.map(({ basket }) => basket));
  const place = places['pack/baskets'] ?? all[0]?.place;
  return model.pack.baskets.flatMap((id) => {
    if (filled.has(id) || place === undefined) return [];
    return [
      warning(
        'empty-basket',
        place,
        `basket "${id}" has no need`,
        `Write a need "${id}.…", or take it out of \`pack.baskets\`.`,
      ),
    ];
  });
}

function files({ unusedFiles }: Linked): readonly Diagnostic[] {
  return unusedFiles.map((file) =>
    warning(
      'unused-file',
      { file, line: 1, column: 1 },
      `nothing names the file ${file}`,
      'Name it under `file:`, or take it out.',
    ),
  );
}
