import type { Derived } from '../../model/facts.js';
import type { Parameter, Series, Table } from '../../model/numbers.js';
import { BUILT_IN } from '../constructs/built-in.js';
import type { Context, Signature, TableSignature } from '../context.js';
import { linkDerived } from '../constructs/derived.js';
import { factSignature } from '../constructs/fact.js';
import { linkParameter, unitOf } from '../constructs/parameter.js';
import type { Definition } from '../reading/definitions.js';
import { tagsOf } from '../constructs/selector.js';
import { linkSeries } from '../constructs/series.js';
import { linkTable } from '../constructs/table.js';
import { SCOPE_WORDS } from '../reading/ids.js';
import { isScalar } from '../reading/tree.js';
import { FACTOR, type Unit } from '../values/unit.js';

type Linking = Omit<Context, 'signature' | 'table' | 'derivedOf' | 'parameterOf' | 'seriesOf' | 'tableOf'>;

/** Nothing is known of what stands in a circle or could not be linked; that is told elsewhere. */
const PENDING: Signature = { type: 'number', unit: FACTOR, values: [], scope: null, pending: true };

/**
 * Completes a context: what is known of each name, found when it is first asked for. Derived facts and tables are linked then,
 * since their unit and scope come from what they read.
 */
export function createSignatures(linking: Linking): Context {
  const { byId, definitions } = linking;
  /** What is being linked: each is read by the one before it. */
  const trail: Definition[] = [];
  /** Links a definition once; null while it is being linked, or after a finding. */
  const once = <T>(
    link: (definition: Definition, context: Context) => T | null,
  ): ((definition: Definition) => T | null) => {
    const done = new Map<Definition, T | null>();
    return (definition) => {
      if (definition.damaged) return null;
      if (done.has(definition)) return done.get(definition) ?? null;
      trail.push(definition);
      const linked = link(definition, context);
      trail.pop();
      done.set(definition, linked);
      return linked;
    };
  };
  const fact = once(factSignature);
  const derived = once(linkDerived);
  const parameter = once(linkParameter);
  const series = once(linkSeries);
  const table = once(linkTable);

  const signature = (id: string): Signature | null => {
    const all = byId.get(id) ?? [];
    const found = free(all, trail, linking.circles);
    const definition = found[0];
    if (all.length > 0 && definition === undefined) return PENDING;
    const pending: Signature = { ...PENDING, scope: SCOPE_WORDS.find((word) => id.startsWith(`${word}.`)) ?? null };
    if (definition === undefined) {
      const fact = BUILT_IN[id];
      return fact === undefined ? null : { type: fact.type, unit: FACTOR, values: fact.values, scope: fact.scope };
    }
    switch (definition.section) {
      case 'facts':
        return joined(found.map((one) => fact(one) ?? pending));
      case 'derive':
        return joined(found.map((one) => derived(one)?.signature ?? pending));
      case 'parameters':
        return joined(found.map((one) => parameter(one)?.signature ?? { ...PENDING, unit: unitOf(one.body.unit) }));
      case 'series':
        return joined(found.map((one) => series(one)?.signature ?? PENDING));
      case 'tables':
        return tableSignature(id) ?? PENDING;
      case 'needs':
      case 'bills':
      case 'incomes':
        return { type: 'amount', unit: money(), values: [], scope: scopeOf(definition) };
      default:
        return PENDING;
    }
  };
  const money = (): Unit => ({ top: [linking.info.currency], bottom: ['month'] });
  const tableSignature = (id: string): TableSignature | null => {
    const found = free(byId.get(id) ?? [], trail, linking.circles).map((one) => table(one)?.signature ?? null);
    const first = found[0];
    if (first === null || first === undefined) return null;
    return { ...first, hasValueAt: (month) => found.some((one) => one?.hasValueAt?.(month) === true) };
  };
  const incomes = definitions.filter((d) => d.section === 'incomes');
  const context: Context = {
    ...linking,
    incomeTags: {
      person: new Set(incomes.filter((d) => scopeOf(d) === 'person').flatMap(tagsOf)),
      all: new Set(incomes.flatMap(tagsOf)),
    },
    signature,
    table: tableSignature,
    derivedOf: (definition): Derived | null => derived(definition)?.derived ?? null,
    parameterOf: (definition): Parameter | null => parameter(definition)?.parameter ?? null,
    seriesOf: (definition): Series | null => series(definition)?.series ?? null,
    tableOf: (definition): Table | null => table(definition)?.table ?? null,
  };
  return context;
}

/** The definitions of an id that are not being linked; when all are, the way back to them is a circle. */
function free(all: readonly Definition[], trail: readonly Definition[], circles: string[][]): readonly Definition[] {
  const found = all.filter((definition) => !trail.includes(definition));
  const [first] = all;
  if (found.length === 0 && first !== undefined)
    circles.push(trail.slice(trail.indexOf(first)).map(({ path }) => path));
  return found;
}

function scopeOf({ body }: Definition): 'person' | 'household' {
  return body.for !== undefined && isScalar(body.for) && body.for.text === 'person' ? 'person' : 'household';
}

/** Of several definitions of an id, the first, with the words of all; what one of them has at a month, the id has. */
function joined(list: readonly Signature[]): Signature {
  const first = list[0] ?? PENDING;
  return list.length === 1
    ? first
    : {
        ...first,
        values: [...new Set(list.flatMap(({ values }) => values))],
        hasValueAt: (month) => list.some((one) => one.hasValueAt?.(month) !== false),
      };
}
