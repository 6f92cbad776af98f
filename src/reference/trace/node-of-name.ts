import { plain } from '../../decimal/exact.js';
import type { Ref } from '../../model/expression.js';
import type { Fact } from '../../model/facts.js';
import type { NumberNode, TraceNode } from '../../model/trace.js';
import type { Provenance } from '../../model/value.js';
import { derivedNode, incomeNode, sumNode, totalNode } from './node-of-definition.js';
import { billNode } from './node-of-line.js';
import { factView } from '../values/fact.js';
import { incomesWithTag, taggedIncomes } from '../lines/income.js';
import { personOf } from '../values/name.js';
import { parameterEntry } from '../values/parameter.js';
import { stateId } from '../persons.js';
import { readingsOf } from '../values/readings.js';
import type { Reading, Run, View } from '../run.js';
import { seriesEntry } from '../values/series.js';
import { lookup, tableOf, tableView } from '../values/table.js';
import type { Weaver } from './trace.js';
import { valueText } from '../values/value.js';

/** The node that holds the value of a name. */
export function nodeOfName(id: string, ref: Ref, view: View, weaver: Weaver): TraceNode {
  const { run } = view;
  const person = personOf(ref, view);
  switch (ref.of) {
    case 'fact':
      return factNode(id, run.definitions.facts.get(ref.id)!, person, weaver);
    case 'derived':
      return derivedNode(run.definitions.derived.get(ref.id)!, person, weaver);
    case 'parameter': {
      const { parameter, number } = parameterEntry(ref.id, view);
      return numberNode(id, 'parameter', number.value, parameter.unit, number.from);
    }
    case 'series': {
      const { series, text } = seriesEntry(run, ref.id, view.month ?? run.month);
      return numberNode(id, 'series', text, null, series.from);
    }
    case 'table':
      return tableNode(id, ref, view, weaver);
    case 'income':
      return incomeNode(id, run.incomes.get(stateId(run, ref.kind, person))!, weaver);
    case 'incomes':
      return incomesNode(id, ref.tag, person, weaver);
    case 'bill':
      return billNode(run, stateId(run, ref.id, person), run.bills.get(stateId(run, ref.id, person))!);
    case 'total':
      return totalNode(ref.id, weaver);
    case 'sum':
      if (ref.id === 'need' || ref.id === 'income' || ref.id === 'balance') return sumNode(ref.id, weaver);
      throw new Error(`${ref.id} has no node`);
    case 'line':
      throw new Error(`${id} is built with the lines`);
  }
}

function factNode(id: string, fact: Fact, person: number | null, weaver: Weaver): TraceNode {
  const { run } = weaver;
  const { value, origin } = run.facts.get(stateId(run, fact.id, person))!;
  const reads = origin === 'assumed' ? weaver.ids(readingsOf(fact.assume, factView(run, person))) : [];
  return {
    id,
    kind: 'fact',
    origin,
    value: valueText(value, fact.type, fact.unit),
    ...(fact.type === 'age' && value.state === 'number' ? { months: value.number.toNumber() } : {}),
    ...(reads.length === 0 ? {} : { in: reads }),
  };
}

function numberNode(
  id: string,
  kind: 'parameter' | 'series',
  value: string,
  unit: string | null,
  from: Provenance | undefined,
): NumberNode {
  return {
    id,
    kind,
    value,
    ...(unit === null ? {} : { unit }),
    ...(from === undefined ? {} : { status: from.status }),
    ...(from?.source === undefined ? {} : { source: from.source }),
  };
}

function tableNode(id: string, ref: Extract<Ref, { of: 'table' }>, view: View, weaver: Weaver): TraceNode {
  const { value, rows, single, literal, results } = lookup(ref, view);
  const { table, by } = tableOf(ref, view);
  const inside = tableView(ref, view);
  const keys = ref.with?.kind === 'literal' ? by.slice(0, -1) : by;
  const today = (key: Ref): View => (key.of === 'table' ? inside : { ...inside, month: null });
  const reads: Reading[] = [
    ...keys.map((key) => ({ ref: key, view: today(key) })),
    ...results.flatMap((result) => readingsOf(result, inside)),
  ];
  const status = value?.state === 'number' ? value.status : null;
  const source = single ? literal?.from?.source : undefined;
  return {
    id,
    kind: 'table',
    row: single ? (rows[0] ?? null) : rows,
    value: single && literal !== null ? literal.value : value === null ? null : valueText(value, table.type),
    ...(table.unit === null ? {} : { unit: table.unit }),
    ...(status === null ? {} : { status }),
    ...(source === undefined ? {} : { source }),
    in: weaver.ids(reads),
    ...(value?.state === 'number' && value.open ? { open: true as const } : {}),
  };
}

/** All incomes with a tag, a month and unrounded. */
function incomesNode(id: string, tag: string, person: number | null, weaver: Weaver): TraceNode {
  const { run } = weaver;
  const reads = taggedIncomes(run, tag, person).map((state): Reading => ({
    ref: { of: 'income', scope: state.income.for, kind: state.income.id },
    view: viewOfOwner(run, state.person),
  }));
  return { id, kind: 'total', of: 'sum', value: plain(incomesWithTag(run, tag, person).number), in: weaver.ids(reads) };
}

function viewOfOwner(run: Run, person: number | null): View {
  return { run, person, month: null, undecided: 'open' };
}
