import type { Condition } from '../../model/condition.js';
import type { Item, Need } from '../../model/needs.js';
import { orderNodes } from '../../model/node-order.js';
import type { TraceNode } from '../../model/trace.js';
import { peek } from '../engine/condition.js';
import { countedIncomes } from '../lines/income.js';
import { validItems } from '../lines/item.js';
import { leverView, type LeverState } from '../levers/lever.js';
import { nodeIdOf } from '../values/name.js';
import { allLines, needView } from '../lines/need.js';
import { conditionNode, derivedNode, figureNode, incomeNode, sumNode, totalNode } from './node-of-definition.js';
import { nodeOfName } from './node-of-name.js';
import { aidLineNode, aidNode, billNode, leverNode, lineNode } from './node-of-line.js';
import { noticesOf } from '../blocks/notice.js';
import { everybodyOrOnce, membersOrOnce, stateId } from '../persons.js';
import type { AidColumn } from '../levers/policy.js';
import type { Reading, Run, View } from '../run.js';
import type { Line } from '../states.js';

/** What a node is built with: the ids it names, each of which gets its own node. */
export interface Weaver {
  readonly run: Run;
  /** The ids of what is read, each once; lines that do not exist are not listed. */
  ids(readings: readonly Reading[]): string[];
}

/** A node that stands in the trace for its own sake. */
export interface Root {
  readonly id: string;
  /** A condition that does not hold: left out of `fired`. */
  readonly no?: boolean;
  readonly build: (weaver: Weaver) => TraceNode;
}

/**
 * The trace of a run. `full`: everything that was inferred, asked, paid and summed, and every node these name.
 * `fired`: without conditions that are *no*, and what only they name.
 */
export function traceOf(
  run: Run,
  levers: readonly LeverState[],
  aid: AidColumn | null,
  level: 'fired' | 'full',
): TraceNode[] {
  const roots = [...rootsOf(run), ...ofLevers(run, levers), ...ofAid(aid)];
  const nodes = weave(
    run,
    roots.filter((root) => level === 'full' || root.no !== true),
  );
  const persons = run.household.persons.map((person) => person.id);
  return orderNodes(run.model, run.month, persons, nodes);
}

/** What stands in every trace of a run. */
function rootsOf(run: Run): Root[] {
  return [...ofInference(run), ...ofConditions(run), ...ofSums(run)];
}

/** The nodes of these roots and of all they name, by id. */
function weave(run: Run, roots: readonly Root[]): Map<string, TraceNode> {
  const nodes = new Map<string, TraceNode>();
  const lines = new Set(allLines(run).map((line) => `line/${line.id}`));
  const weaver: Weaver = {
    run,
    ids: (readings) => {
      const ids = new Set<string>();
      for (const reading of readings) {
        const id = 'node' in reading ? reading.node : nodeIdOf(reading.ref, reading.view);
        if (ids.has(id) || (id.startsWith('line/') && !lines.has(id))) continue;
        if (!('node' in reading) && reading.ref.of !== 'line' && !nodes.has(id))
          nodes.set(id, nodeOfName(id, reading.ref, reading.view, weaver));
        ids.add(id);
      }
      return [...ids];
    },
  };
  for (const { id, build } of roots) if (!nodes.has(id)) nodes.set(id, build(weaver));
  return nodes;
}

function ofInference(run: Run): Root[] {
  return [...run.definitions.derived.values()].flatMap((derived) =>
    everybodyOrOnce(run, derived.scope).map((person) => {
      const id = stateId(run, derived.id, person);
      const { value, overridden } = run.derived.get(id)!;
      const no = derived.rule.kind === 'condition' && !overridden && value.state === 'word' && value.word === 'no';
      const build = (weaver: Weaver): TraceNode => derivedNode(derived, person, weaver);
      return { id: `derived/${id}`, no, build };
    }),
  );
}

function whenRoot(id: string, condition: Condition | null, view: View): Root[] {
  if (condition === null) return [];
  const no = peek(condition, view).truth === 'no';
  const build = (weaver: Weaver): TraceNode => conditionNode(`when/${id}`, condition, view, weaver);
  return [{ id: `when/${id}`, no, build }];
}

function ofConditions(run: Run): Root[] {
  const { definitions } = run;
  const adjustments = [...run.adjustments].flatMap(([id, state]) => whenRoot(id, state.adjustment.when, state.view));
  const needs = [...definitions.needs.values()].flatMap((need) =>
    membersOrOnce(run, need.for).flatMap((person) => {
      const view = needView(run, need, person);
      const items = itemsShown(run, need, run.lines.get(stateId(run, need.id, person)));
      return [
        ...whenRoot(stateId(run, need.id, person), need.when, view),
        ...items.flatMap((item) => whenRoot(stateId(run, `${need.id}/${item.id}`, person), item.when, view)),
      ];
    }),
  );
  const notices = noticesOf(run).flatMap(({ id, notice, view }) => whenRoot(id, notice.when, view));
  return [...adjustments, ...needs, ...notices];
}

/** Items of a line that is there; of one left out only those that its steps name. */
function itemsShown(run: Run, need: Need, line: Line | undefined): readonly Item[] {
  if (line === undefined) return [];
  return validItems(run, need).filter(
    (item) => !line.leftOut || line.items?.some((one) => one.id === item.id) === true,
  );
}

function ofSums(run: Run): Root[] {
  const bills = [...run.bills].flatMap(([id, state]) =>
    state.origin === 'assumed' ? [] : [{ id: `bill/${id}`, build: () => billNode(run, id, state) }],
  );
  const lines = allLines(run).map((line) => ({
    id: `line/${line.id}`,
    build: (weaver: Weaver) => lineNode(line, weaver),
  }));
  const incomes = countedIncomes(run).map((state) => {
    const id = `income/${stateId(run, state.income.id, state.person)}`;
    return { id, build: (weaver: Weaver) => incomeNode(id, state, weaver) };
  });
  const sums = (['income', 'need', 'balance'] as const).map((id) => ({
    id: `total/${id}`,
    build: (weaver: Weaver) => sumNode(id, weaver),
  }));
  const totals = [...run.totals.keys()].map((id) => ({
    id: `total/${id}`,
    build: (weaver: Weaver) => totalNode(id, weaver),
  }));
  const figures = [...run.definitions.figures.values()].flatMap((figure) =>
    membersOrOnce(run, figure.scope).map((person) => ({
      id: `figure/${stateId(run, figure.id, person)}`,
      build: (weaver: Weaver) => figureNode(figure, person, weaver),
    })),
  );
  return [...bills, ...lines, ...incomes, ...sums, ...totals, ...figures];
}

function ofLevers(run: Run, levers: readonly LeverState[]): Root[] {
  return levers.flatMap(({ lever, owners }) =>
    owners.map(({ person, state }) => {
      const id = `lever/${stateId(run, lever.id, person)}`;
      return { id, build: (weaver: Weaver) => leverNode(id, lever, state, leverView(run, person), weaver) };
    }),
  );
}

function ofAid(aid: AidColumn | null): Root[] {
  if (aid === null) return [];
  const { policy } = aid;
  const whens = aid.adjustments.flatMap(({ adjustment, view }) =>
    whenRoot(stateId(view.run, `${policy.id}/${adjustment.id}`, view.person), adjustment.when, view),
  );
  const lines = aid.lines
    .filter((one) => one.steps.length > 0)
    .map((one) => ({ id: `aid-line/${one.line.id}`, build: (weaver: Weaver) => aidLineNode(one, weaver) }));
  return [...whens, ...lines, { id: aid.aid.node, build: (weaver) => aidNode(aid, weaver) }];
}
