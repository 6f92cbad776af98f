import type { Ref } from '../model/expression.js';
import type { PackInfo, Source } from '../model/model.js';
import type { Derived } from '../model/facts.js';
import type { Parameter, Series, Table } from '../model/numbers.js';
import type { Place } from '../model/pack.js';
import type { MonthIndex, Scope, Valid, ValueType } from '../model/value.js';
import type { Noted, NumberInfo, Read } from './linked.js';
import type { Origin } from './values/provenance.js';
import type { Report } from './report.js';
import type { Definition } from './reading/definitions.js';
import { carried } from './shapes/shape.js';
import { isMap, isScalar, type Raw } from './reading/tree.js';
import { monthIndex } from '../calendar/month.js';
import type { Unit } from './values/unit.js';

/** What a reader must know of a name before it is linked. */
export interface Signature {
  readonly type: ValueType;
  readonly unit: Unit;
  /** Words of a one-of. */
  readonly values: readonly string[];
  /** null: it exists once and reads nobody (a parameter). */
  readonly scope: Scope | null;
  /** It stands in a circle that is told elsewhere: nothing is known of it. */
  readonly pending?: true;
  readonly hasValueAt?: (month: MonthIndex) => boolean;
}

export interface TableSignature extends Signature {
  readonly by: readonly {
    readonly ref: Ref;
    readonly type: ValueType;
    readonly values: readonly string[];
    readonly scope: Scope | null;
  }[];
  readonly gives: readonly string[];
  /** Scope of what its rows read beside `by`. */
  readonly rowScope: Scope | null;
}

/** What all constructs share while a pack is linked. */
export interface Context {
  readonly report: Report;
  readonly info: PackInfo;
  readonly sources: ReadonlyMap<string, Source>;
  readonly definitions: readonly Definition[];
  readonly byId: ReadonlyMap<string, readonly Definition[]>;
  /** Text of every CSV file by path. */
  readonly csv: ReadonlyMap<string, string>;
  readonly csvUsed: Set<string>;
  readonly places: Record<string, Place>;
  readonly notes: Noted[];
  readonly numbers: NumberInfo[];
  readonly reads: Read[];
  /** Circles met while linking, as paths; the order of the model finds the others. */
  readonly circles: string[][];
  readonly sourceUses: { id: string; path: string; place: Place }[];
  /** Tags of incomes by whose they are. */
  readonly incomeTags: { readonly person: ReadonlySet<string>; readonly all: ReadonlySet<string> };
  signature(id: string): Signature | null;
  table(id: string): TableSignature | null;
  /** Each links a definition once; null after a finding. */
  derivedOf(definition: Definition): Derived | null;
  parameterOf(definition: Definition): Parameter | null;
  seriesOf(definition: Definition): Series | null;
  tableOf(definition: Definition): Table | null;
}

/** Sums and other names that only some constructs may read. */
export type Extra = 'line' | 'amount' | 'parts' | 'gap' | 'sum';

/** Who reads: it says which names may be read, and gathers what was. */
export interface Reader {
  readonly context: Context;
  readonly path: string;
  readonly valid: Valid;
  /** `infer`: the narrowest scope of what is read becomes the reader's. */
  readonly scope: 'person' | 'household' | 'infer';
  readonly extra: readonly Extra[];
  /** null: numbers need no provenance here. */
  readonly origin: Origin | null;
  readonly as: Read['as'];
  readonly asOf: MonthIndex | null;
  readonly found: { person: boolean };
}

export function readerOf(
  context: Context,
  definition: Definition,
  scope: Reader['scope'],
  origin: Origin | null,
): Reader {
  return {
    context,
    path: definition.path,
    valid: definition.valid,
    scope,
    extra: [],
    origin,
    as: 'formula',
    asOf: null,
    found: { person: false },
  };
}

/** Remembers source, status, note, seen and review of a map, and tells sources that do not exist. */
export function noteDown(context: Context, path: string, raw: Raw): void {
  if (!isMap(raw)) return;
  const found: Record<string, string> = {};
  for (const key of Object.keys(carried)) {
    const value = raw[key];
    if (value !== undefined && isScalar(value)) found[key] = value.text;
  }
  const first = raw[Object.keys(found)[0] ?? ''];
  if (first === undefined || !isScalar(first)) return;
  const { source, review, ...rest } = found;
  const month = review === undefined ? null : monthIndex(review);
  context.notes.push({
    path,
    place: first.place,
    ...rest,
    ...(source === undefined ? {} : { source }),
    ...(month === null ? {} : { review: month }),
  });
  const scalar = raw.source;
  if (source !== undefined && scalar !== undefined && isScalar(scalar)) {
    context.sourceUses.push({ id: source, path, place: scalar.place });
  }
}
