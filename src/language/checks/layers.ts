import type { Diagnostic } from '../../model/diagnostic.js';
import type { Ref } from '../../model/expression.js';
import type { Linked, Section } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { error, type Captioned, type Finder } from './found.js';
import { createGraph, type Graph } from './graph.js';
import { namesIn, namesInCondition, namesInNeed, namesInTable } from './names.js';

/** What of a pack must not read what is local, or what judges. */
interface Reader {
  readonly section: Section;
  readonly at: number;
  readonly reads: readonly Ref[];
}

/**
 * Layers are kept apart: what a household needs and has never rests on a local setting, and never on a right that is only
 * probably due.
 */
export function layers({ model }: Linked, domains: Domains, find: Finder): readonly Diagnostic[] {
  const graph = createGraph(model);
  const isLocal = (ref: Ref): boolean => ref.of === 'fact' && ref.id.startsWith('local.');
  const judges = (ref: Ref): boolean =>
    ref.of === 'derived' && (domains.definitions.derived.get(ref.id) ?? []).some((derived) => derived.judges);
  const needs = model.needs.map((need, at): Reader => ({ section: 'needs', at, reads: namesInNeed(need) }));
  const bills = model.bills.map(({ assume }, at): Reader => ({ section: 'bills', at, reads: namesIn(assume) }));
  const adjustments = model.adjustments.map(({ when, effects }, at): Reader => {
    return {
      section: 'adjustments',
      at,
      reads: [...namesInCondition(when), ...effects.flatMap(({ by }) => namesIn(by))],
    };
  });
  const incomes = model.incomes.map(({ counts }, at): Reader => ({ section: 'incomes', at, reads: namesIn(counts) }));
  const figures = model.figures.map(({ value }, at): Reader => ({ section: 'figures', at, reads: namesIn(value) }));
  const tables = model.tables.map((table, at): Reader => ({ section: 'tables', at, reads: namesInTable(table) }));
  return [
    ...[...needs, ...bills, ...adjustments, ...incomes, ...figures].flatMap((reader) =>
      reached(reader, isLocal, LOCAL, graph, find),
    ),
    ...[...needs, ...bills, ...adjustments, ...incomes, ...tables].flatMap((reader) =>
      reached(reader, judges, JUDGEMENT, graph, find),
    ),
  ];
}

interface Layer {
  readonly code: string;
  readonly what: string;
  readonly hint: string;
}

const LOCAL: Layer = {
  code: 'reaches-local',
  what: 'a local setting',
  hint: 'Let it read what holds everywhere; only levers, policies and names that only these read may use a local fact.',
};
const JUDGEMENT: Layer = {
  code: 'reaches-judgement',
  what: 'a judgement',
  hint: 'Read the right that is held (the asked fact); a right that is probably due is for levers alone.',
};

function reached(
  { section, at, reads }: Reader,
  fits: (ref: Ref) => boolean,
  { code, what, hint }: Layer,
  graph: Graph,
  find: Finder,
): readonly Diagnostic[] {
  const way = graph.wayTo(reads, fits);
  if (way === null) return [];
  const info = find.info(section, at);
  const last = way[way.length - 1] ?? '';
  const start = reads.find((ref) => graph.wayTo([ref], fits)?.length === way.length);
  const place: Captioned = start === undefined ? info.place : find.read(info.path, start);
  const through = way.length === 1 ? '' : ` (through ${way.slice(0, -1).join(', ')})`;
  return [
    error(
      code,
      [{ ...place, caption: `"${info.id}" reads it` }, ...definitionPlace(last, find)],
      `"${info.id}" reaches "${last}", ${what}${through}`,
      hint,
    ),
  ];
}

function definitionPlace(id: string, find: Finder): readonly Captioned[] {
  return [{ ...find.at(id), caption: `"${id}" is defined here` }];
}
