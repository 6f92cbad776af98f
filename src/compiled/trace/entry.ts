import type { Ref } from '../../model/expression.js';
import type { TraceNode } from '../../model/trace.js';
import type { MonthIndex } from '../../model/value.js';
import type { Batch } from '../machine/batch.js';
import type { Program } from '../program.js';
import type { Deciding } from '../machine/case.js';
import type { Rows, Slot, TruthSlot } from '../machine/slots.js';
import type { Lookup } from '../tables/lookup.js';
import type { Roster } from './roster.js';

/** Kinds of nodes in the order of the document; a policy's lines stand among the lines. */
export const KINDS = {
  fact: 0,
  derived: 1,
  parameter: 2,
  table: 3,
  series: 4,
  when: 5,
  line: 6,
  bill: 7,
  income: 8,
  incomes: 9,
  total: 10,
  figure: 11,
  lever: 12,
  aid: 13,
  aidLine: 14,
} as const;

export type Kind = (typeof KINDS)[keyof typeof KINDS];

/** What is told of one name: a node a row. */
export interface MadeEntry {
  readonly kind: Kind;
  /** Where it stands among its kind: place in the model, then what tells variants apart. */
  readonly order: readonly (number | string)[];
  readonly rows: Rows;
  /** What its value is read from. */
  readonly slots: readonly Slot[];
  /** Notes what the node of a row names. */
  readonly names: (reading: Reading, row: number) => void;
  /** The node of a row under its id. */
  readonly node: (reading: Reading, row: number, id: string) => TraceNode;
  /** Calls back for each node whose value was really read: of cases only those reached. */
  readonly uses: (batch: Batch, row: number, visit: Visit) => void;
  /** False where there is nothing to tell: it is not named either. */
  readonly exists: (batch: Batch, row: number) => boolean;
  /** Told of its own accord (not only where something names it). */
  readonly root: (batch: Batch, row: number, asked: Asked) => boolean;
  /** At level `full`, of what depends on nothing but who is there: whether it is told of its own accord. */
  readonly whole?: ((batch: Batch, row: number) => boolean) | undefined;
  /** What it names depends on nothing but who is there, where no worker judged otherwise. */
  readonly fixed?: (() => boolean) | undefined;
  /** What decides how a row is told: in the same case the same node is told of the same persons. Without it, each is told anew. */
  readonly deciding?: (() => Deciding) | undefined;
  /** At level `full`, rows of members are told of their own accord just where this holds. */
  readonly present?: TruthSlot | undefined;
  /** Of a table: its look-up. */
  readonly lookup?: Lookup | undefined;
  /** It judges rights for levers: what it reads, no usage asks for. */
  readonly judges?: boolean | undefined;
}

export interface Entry extends MadeEntry {
  readonly fixed: () => boolean;
  readonly deciding: () => Deciding;
  readonly key: string;
  /** Number in the plan. */
  readonly at: number;
  /** Id before and after the person. */
  readonly prefix: string;
  readonly suffix: string;
  /** It leads to a bill, a series or a table that usage asks for. */
  readonly leads: boolean;
}

export type Visit = (entry: Entry, row: number) => void;

/** What is asked of a trace. */
export interface Asked {
  readonly level: 'fired' | 'full';
  /** Levers are told. */
  readonly levers: boolean;
  /** The policy's part is told. */
  readonly policy: boolean;
}

/** One reading of a trace: a batch of one, and what is told of it. */
export interface Reading {
  readonly program: Program;
  readonly batch: Batch;
  readonly roster: Roster;
  /** Rows an entry may have. */
  readonly width: number;
  /** By entry and row (their place): 1 where it is told. */
  told: Uint8Array;
  /** Places that are told, in the order in which they were named. */
  readonly waiting: number[];
}

/** Everything that a trace may tell. What is only told where it is named is added when it is first named. */
export interface TracePlan {
  readonly program: Program;
  /** How a name is told that is only told where something names it. */
  readonly make: (plan: TracePlan, ref: Ref, asOf: MonthIndex | null) => MadeEntry;
  readonly entries: Entry[];
  /** Those that may be told of their own accord, and of them those that depend on more than who is there. */
  readonly roots: Entry[];
  readonly moving: Entry[];
  readonly byKey: Map<string, Entry>;
  /** By kind of name and id. */
  readonly named: Readonly<Record<'fact' | 'derived' | 'parameter' | 'table', Map<string, Entry>>>;
  /** By kind, in the order of the document once `inOrder` has been asked. */
  readonly kinds: readonly Entry[][];
  /** Kinds to which something was added out of order. */
  readonly mixed: Set<Kind>;
  /** Rosters met so far. */
  readonly rosters: Map<string, Roster>;
  /** How many nodes are kept of them. */
  kept: number;
  /** How many links were made that depend on nothing but the roster. */
  links: number;
  /** By slot: it leads to what usage asks for. */
  readonly leads: Uint8Array;
  /** Entries that lead there and are told of their own accord; bills and sums say nothing that their lines do not. */
  readonly leading: Entry[];
}

export const always = (): boolean => true;
export const never = (): boolean => false;
/** Of what has a case of its own each time. */
export const noCase = (): Deciding => null;
/** Of what is the same for every household. */
export const oneCase = (): Deciding => [];
export const nothing = (): void => undefined;
/** Of persons' rows those of members. */
export const isMember =
  (rows: Rows) =>
  (batch: Batch, row: number): boolean =>
    rows === 'household' || batch.isMember[row] === 1;
