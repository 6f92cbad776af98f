import type { Fact } from '../../model/facts.js';
import type { Model, Source } from '../../model/model.js';
import type { Place } from '../../model/pack.js';
import { createReport, type Report } from '../report.js';
import { linkAdjustment } from '../constructs/adjustment.js';
import type { Assembled } from '../reading/layers.js';
import { linkBill } from '../constructs/bill.js';
import { BUILT_IN } from '../constructs/built-in.js';
import { noteDown, type Context } from '../context.js';
import { linkFact } from '../constructs/fact.js';
import { linkFamily } from '../constructs/family.js';
import { linkFigure } from '../constructs/figure.js';
import { finishModel, type LinkedLists, type Made } from './finish.js';
import { linkIncome } from '../constructs/income.js';
import { linkLever } from '../constructs/lever.js';
import type { DefinitionInfo, Linked, Section } from '../linked.js';
import { linkNeed } from '../constructs/need.js';
import { linkNotice } from '../constructs/notice.js';
import { linkPack } from '../constructs/pack.js';
import { linkPolicy } from '../constructs/policy.js';
import { linkScenario } from '../constructs/scenario.js';
import { groupById } from '../reading/duplicates.js';
import type { Definition } from '../reading/definitions.js';
import { createSignatures } from './signatures.js';
import { linkSource } from '../constructs/source.js';
import { didYouMean } from '../../model/near.js';
import { digestOf } from '../../model/digest.js';
import { linkTexts } from '../constructs/texts.js';
import { linkTotal } from '../constructs/total.js';
import { isDamaged, isList, isMap, isScalar, keyPlace } from '../reading/tree.js';

/** Links the files of a pack. Null after findings that leave no pack at all; else what could be linked. */
export function link(assembled: Assembled, report: Report): Linked | null {
  // of a damaged pack section nothing else is told, since what it lacks may stand in what could not be read
  const info = linkPack(assembled.pack, assembled.overlays, isDamaged(assembled.pack) ? createReport() : report);
  if (info === null) return null;
  const { definitions } = assembled;
  const byId = groupById(definitions, info.baskets, report);
  const sources = new Map<string, Source>();
  for (const definition of definitions.filter((d) => d.section === 'sources' && !d.damaged)) {
    const source = linkSource(definition, report);
    if (source !== null) sources.set(source.id, source);
  }
  const places: Record<string, Place> = {};
  for (const { path, place } of definitions) places[path] = place;
  if (isMap(assembled.pack)) {
    places['pack/baskets'] = keyPlace(assembled.pack, 'baskets');
    const { baskets } = assembled.pack;
    for (const raw of isList(baskets) ? baskets.filter(isScalar) : []) places[raw.text] ??= raw.place;
  }
  const context: Context = createSignatures({
    report,
    info,
    sources,
    definitions,
    byId,
    csv: assembled.csv,
    csvUsed: new Set(),
    places,
    notes: [],
    numbers: [],
    reads: [],
    circles: [],
    sourceUses: [],
    incomeTags: { person: new Set(), all: new Set() },
  });
  for (const file of assembled.files) noteDown(context, '', file.map);
  const lists = linkLists(context);
  const model = finishModel(lists, context, [...sources.values()]);
  tellUnknownSources(context);
  tellUnlinked(lists, context);
  const { texts, textPlaces } = linkTexts(definitions, assembled.texts, info, assembled.everDefined, report);
  return {
    model,
    texts,
    places: context.places,
    families: made(context, 'families', (d) => linkFamily(d, report)).map((one) => one.linked),
    scenarios: made(context, 'scenarios', (d) => linkScenario(d, context)).map((one) => one.linked),
    digest: digestOf(model),
    definitions: infosOf(definitions, lists, model),
    notes: context.notes,
    numbers: context.numbers,
    reads: context.reads,
    sourceUses: context.sourceUses,
    textPlaces,
    unusedFiles: [...assembled.csv.keys()].filter((file) => !context.csvUsed.has(file)),
  };
}

function made<T>(context: Context, section: Section, link1: (definition: Definition) => T | null): Made<T>[] {
  return context.definitions.flatMap((definition) => {
    if (definition.section !== section || definition.damaged) return [];
    const linked = link1(definition);
    return linked === null ? [] : [{ definition, linked }];
  });
}

function linkLists(context: Context): LinkedLists {
  const facts = made<Fact>(context, 'facts', (d) => linkFact(d, context));
  const given = new Set(facts.map(({ linked }) => linked.id));
  const builtIn = Object.values(BUILT_IN).filter(({ id }) => !given.has(id));
  return {
    facts: [...facts, ...builtIn.map((linked) => ({ definition: null, linked }))],
    derived: made(context, 'derive', (d) => context.derivedOf(d)),
    parameters: made(context, 'parameters', (d) => context.parameterOf(d)),
    series: made(context, 'series', (d) => context.seriesOf(d)),
    tables: made(context, 'tables', (d) => context.tableOf(d)),
    needs: made(context, 'needs', (d) => linkNeed(d, context)),
    bills: made(context, 'bills', (d) => linkBill(d, context)),
    incomes: made(context, 'incomes', (d) => linkIncome(d, context)),
    adjustments: made(context, 'adjustments', (d) => linkAdjustment(d, context)),
    totals: made(context, 'totals', (d) => linkTotal(d, context)),
    figures: made(context, 'figures', (d) => linkFigure(d, context)),
    levers: made(context, 'levers', (d) => linkLever(d, context)),
    policies: made(context, 'policies', (d) => linkPolicy(d, context)),
    notices: made(context, 'notices', (d) => linkNotice(d, context)),
  };
}

function tellUnknownSources(context: Context): void {
  for (const { id, place } of context.sourceUses) {
    if (context.sources.has(id) || context.byId.get(id)?.[0]?.section === 'sources') continue;
    context.report.error(
      'unknown-source',
      place,
      `${id} is no source`,
      didYouMean(id, context.sources.keys(), 'Define it under sources.'),
    );
  }
}

/** What could not be linked has a finding of its own; should one ever be forgotten, the pack is refused all the same. */
function tellUnlinked(lists: LinkedLists, context: Context): void {
  if (context.report.findings.some(({ severity }) => severity === 'error')) return;
  const linked = new Set(
    Object.values(lists).flatMap((list: readonly Made<unknown>[]) => list.map((one) => one.definition)),
  );
  const apart: readonly Section[] = ['sources', 'scenarios', 'families'];
  for (const definition of context.definitions) {
    if (linked.has(definition) || apart.includes(definition.section)) continue;
    context.report.error(
      'not-linked',
      definition.place,
      `${definition.id} cannot be read`,
      'Write it more simply, and tell the makers of the loader.',
    );
  }
}

/** The written definitions, each with its place in the model's list. */
function infosOf(definitions: readonly Definition[], lists: LinkedLists, model: Model): DefinitionInfo[] {
  const places = new Map<Definition, number>();
  for (const [list, all] of Object.entries(lists) as [keyof LinkedLists, readonly Made<unknown>[]][]) {
    const at = new Map((model[list] as readonly unknown[]).map((linked, index) => [linked, index]));
    for (const { definition, linked } of all) if (definition !== null) places.set(definition, at.get(linked) ?? -1);
  }
  return definitions.map((definition) => {
    const { section, id, path, place, valid, body } = definition;
    const at = places.get(definition) ?? -1;
    const keys = Object.fromEntries(Object.keys(body).map((key) => [key, keyPlace(body, key)]));
    return { section, id, path, place, valid, at: at < 0 ? null : at, keys };
  });
}
