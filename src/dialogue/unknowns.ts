import type { Household } from '../household/household.js';
import type { Fact } from '../model/facts.js';
import type { Model } from '../model/model.js';
import { definitionsInMonth } from '../model/definitions-in-month.js';
import { fittingClasses } from './fitting-words.js';
import { truthOf } from './possible/conditions.js';
import { factOf } from './possible/facts.js';
import { KNOWN, NONE } from './possible/possible.js';
import { keyOf, placeOf, type Scene } from './possible/scene.js';
import { UNDECIDED, YES } from './possible/truth.js';
import { classesOfFact, classesOfIncome, type Class, type Unknown } from './unknown.js';

const SILENT: Class = { kind: 'silent' };

/**
 * A household with everything nobody said: asked facts of members, others, the household and the home that are not said
 * or said to be unknown, and open incomes. What a local centre sets and what is built in is not asked; a bill nobody
 * named keeps its reference (or its `assume`) and is no unknown.
 */
export function sceneOf(model: Model, household: Household): Scene {
  const definitions = definitionsInMonth(model, household.month);
  const found = new Map<string, Unknown>();
  const add = (key: string, one: Omit<Unknown, 'at'>): void => void found.set(key, { at: found.size, ...one });
  for (const fact of definitions.facts.values()) {
    if (fact.builtIn || fact.scope === 'local') continue;
    for (const row of rowsOfFact(household, fact))
      if (!isSaid(household, fact.id, row))
        add(keyOf(fact.id, row), {
          name: nameAt(household, fact.id, row),
          row,
          fact,
          income: null,
          classes: classesOfFact(fact),
        });
  }
  if (!household.incomesComplete)
    for (const income of definitions.incomes.values())
      for (const row of income.for === 'person' ? household.persons.keys() : [null])
        if (!household.incomes.some((one) => one.kind === income.id && one.of === row))
          add(keyOf(`income ${income.id}`, row), {
            name: nameAt(household, `${income.for}.income.${income.id}`, row),
            row,
            fact: null,
            income,
            classes: classesOfIncome(income),
          });
  const all = [...found.values()];
  const scene: Scene = {
    model,
    month: household.month,
    definitions,
    household,
    unknowns: found,
    open: all.map(({ classes }) => [...classes, SILENT]),
    probes: [],
    probeOf: new Map(),
    memo: new Map(),
  };
  return withoutWhatCannotBe(scene, all);
}

const rowsOfFact = ({ persons }: Household, fact: Fact): Iterable<number | null> =>
  fact.scope === 'person' ? persons.keys() : [null];

function isSaid({ facts, persons, overrides }: Household, id: string, row: number | null): boolean {
  const said = (row === null ? facts : persons[row]!.facts)[id];
  return said != null || overrides.some((one) => one.name === id && one.of === row);
}

/** Whoever said "I do not know" is not asked again. */
export function isSaidUnknown({ facts, persons }: Household, { fact, row }: Unknown): boolean {
  return fact !== null && (row === null ? facts : persons[row]!.facts)[fact.id] === null;
}

const nameAt = ({ persons }: Household, id: string, row: number | null): string =>
  row === null ? id : `${id}@${persons[row]!.id}`;

/** Where a word does not fit the person, it is none; where silence is always filled with one of the words, it is no case of its own; where a fact surely does not apply, it is no unknown. */
function withoutWhatCannotBe(scene: Scene, all: readonly Unknown[]): Scene {
  const kept = new Map<string, Unknown>();
  const open: (readonly Class[])[] = [];
  for (const [key, unknown] of scene.unknowns) {
    const { fact, row } = unknown;
    if (fact !== null && (truthOf(fact.applies, placeOf(scene, row, true)).may & (YES | UNDECIDED)) === 0) continue;
    const classes = fittingClasses(scene, unknown);
    kept.set(key, { ...unknown, classes, at: open.length });
    const isSilenceNeedless = fact !== null && isAlwaysFilled(scene, { ...unknown, classes });
    open.push(isSilenceNeedless ? classes : [...classes, SILENT]);
  }
  const isSame = (classes: readonly Class[], at: number): boolean => classes.length === scene.open[at]!.length;
  if (kept.size === all.length && open.every(isSame)) return scene;
  return { ...scene, unknowns: kept, open, probes: [], probeOf: new Map(), memo: new Map() };
}

function isAlwaysFilled(scene: Scene, { at, fact, row, classes }: Unknown): boolean {
  if (fact?.assume == null || classes[0]?.kind !== 'word') return false;
  const silent = { ...scene, open: scene.open.map((one, i) => (i === at ? [SILENT] : one)), memo: new Map() };
  return (factOf(silent, fact.id, row).states & ~(KNOWN | NONE)) === 0;
}
