import type { Diagnostic } from '../model/diagnostic.js';
import type { Expression, Ref } from '../model/expression.js';
import type { Model } from '../model/model.js';
import type { Family, Place, Places, Texts } from '../model/pack.js';
import type { MonthIndex, Provenance, Valid } from '../model/value.js';

/** The sections of the files, in the order of the language page. */
export const SECTIONS = [
  'facts',
  'derive',
  'parameters',
  'series',
  'tables',
  'needs',
  'bills',
  'incomes',
  'adjustments',
  'totals',
  'figures',
  'levers',
  'policies',
  'notices',
  'sources',
  'scenarios',
  'families',
] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * One definition as written. `path` is its key in `places` (`food.daily`, `tec.pass#1` for the second of a list,
 * `town/rent-ceiling` for an adjustment of a policy). Things inside a definition that may carry source, note, seen or review
 * (items, cases, editions, rows, dated values) are `Noted` entries of `notes`.
 */
export interface DefinitionInfo {
  readonly section: Section;
  readonly id: string;
  readonly path: string;
  readonly place: Place;
  /** As written; what it reads may make the model's `valid` narrower. */
  readonly valid: Valid;
  /** Place in the model's list of its section (facts, derived, …); null for sources, scenarios, families, policies' adjustments. */
  readonly at: number | null;
  /** Keys written in it, with their places. */
  readonly keys: Readonly<Record<string, Place>>;
}

/** `source`, `status`, `note`, `seen`, `review` as written on a definition or on something in it (`path` as in `places`), or on a file (`path` empty). */
export interface Noted {
  readonly path: string;
  readonly place: Place;
  readonly source?: string;
  readonly status?: string;
  readonly note?: string;
  readonly seen?: string;
  /** A month: warn after it. */
  readonly review?: MonthIndex;
}

/** A number that enters a value. `from` is null when neither source nor status stands above it (refused). */
export interface NumberInfo {
  /** The definition it belongs to. */
  readonly path: string;
  readonly place: Place;
  readonly value: string;
  readonly from: Provenance | null;
  /** A note of its own or nearest above. */
  readonly note: string | null;
}

/** A name that a definition reads, with the place in the formula or condition where it stands. */
export interface Read {
  /** Path of the reading definition. */
  readonly reader: string;
  readonly ref: Ref;
  readonly place: Place;
  /** Read by a condition (`when`, `where`, `applies`, `has`, `who`), by a formula, or as a key of a table. */
  readonly as: 'condition' | 'formula' | 'key' | 'list';
  /** In a test: `unknown` stands in its list, so silence decides. */
  readonly acceptsUnknown?: true;
  /** Inside `at(…)`. */
  readonly asOf?: MonthIndex;
}

/** One expectation: `need.month`, `line.food.daily@t.reference`, `fired`, … The value is the text as written; a list for `fired`, `not-fired`, `open`. */
export interface Expectation {
  readonly key: string;
  readonly place: Place;
  readonly value: string | readonly string[];
  /** `± n`, as a plain decimal. */
  readonly tolerance: string | null;
}

/** A row of `vary`: paths of the household (and `month`, `policy`) that are set, then what is expected. */
export interface VaryRow {
  readonly place: Place;
  readonly set: readonly { readonly path: string; readonly value: unknown }[];
  readonly expect: readonly Expectation[];
}

/** A row of `values`: a formula read as of a month, without a household. */
export interface ValueRow {
  readonly place: Place;
  readonly month: MonthIndex;
  readonly formula: string;
  readonly value: Expression;
  /** Where the formula stands. */
  readonly written: Place;
  readonly unit: string | null;
  readonly expected: Expectation;
}

export interface Scenario {
  readonly id: string;
  readonly place: Place;
  readonly note: string | null;
  readonly month: MonthIndex | null;
  readonly policy: string | null;
  /** Parameters changed for this scenario: one value for all months. */
  readonly parameters: readonly { readonly id: string; readonly value: string }[];
  /** Plain data as `safeAssess` takes it; null for a scenario of `values` alone. */
  readonly household: unknown;
  readonly expect: readonly Expectation[];
  readonly vary: readonly VaryRow[];
  readonly values: readonly ValueRow[];
  /** `known-difference` as a plain decimal. */
  readonly knownDifference: string | null;
}

/** Text of one language as written in a texts file: place of each path, for messages. */
export interface TextPlace {
  readonly language: string;
  readonly id: string;
  readonly place: Place;
}

/** Everything linking knows: the model, and beside it what checks, tests and words need. */
export interface Linked {
  readonly model: Model;
  readonly texts: Texts;
  readonly places: Places;
  readonly families: readonly Family[];
  readonly scenarios: readonly Scenario[];
  readonly digest: string;
  readonly definitions: readonly DefinitionInfo[];
  readonly notes: readonly Noted[];
  readonly numbers: readonly NumberInfo[];
  readonly reads: readonly Read[];
  /** Source ids used by a `source:`, with the place. */
  readonly sourceUses: readonly { readonly id: string; readonly path: string; readonly place: Place }[];
  readonly textPlaces: readonly TextPlace[];
  /** CSV and YAML files given that nothing names. */
  readonly unusedFiles: readonly string[];
}

/** A pass over the linked model: returns what it found. */
export type Check = (linked: Linked, options: CheckOptions) => readonly Diagnostic[];

export interface CheckOptions {
  /** Month at which values count as stale; default the end of `covers`. */
  readonly asOf: MonthIndex;
}

/** Options of loading. `pack` is needed when the files hold several packs. */
export interface LoadOptions {
  readonly pack?: string;
  /** `2026-11`: judges staleness. */
  readonly asOf?: string;
}

/** A file of a pack: YAML, or a table in CSV. */
export interface SourceText {
  /** Relative to the root: `baskets/be/food.yaml`, `rules/be/fares.csv`. */
  readonly file: string;
  readonly text: string;
}
