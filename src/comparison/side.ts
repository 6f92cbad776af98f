import type { Assessment } from '../assessment/document.js';
import { monthIndex } from '../calendar/month.js';
import type { NeedLine } from '../model/evaluation.js';
import type { Model } from '../model/model.js';
import type { Pack } from '../model/pack.js';
import type { TraceNode } from '../model/trace.js';
import type { MonthIndex } from '../model/value.js';

/** One of two assessments, made ready to be walked beside the other. */
export interface Side {
  readonly model: Model;
  readonly assessment: Assessment;
  readonly month: MonthIndex;
  /** Nodes by `nodeKey`. */
  readonly nodes: ReadonlyMap<string, TraceNode>;
  readonly lines: ReadonlyMap<string, NeedLine>;
  /** Members and others. */
  readonly persons: ReadonlySet<string>;
}

export function sideOf(pack: Pack, assessment: Assessment): Side {
  const nodes = new Map<string, TraceNode>();
  const persons = new Set(Object.keys(assessment.needs.persons));
  for (const node of assessment.trace?.nodes ?? []) {
    nodes.set(nodeKey(node.id, assessment.month), node);
    if (node.kind !== 'fact') continue;
    const { person } = splitName(node.id);
    if (person !== null) persons.add(person);
  }
  return {
    model: pack.model,
    assessment,
    month: monthIndex(assessment.month)!,
    nodes,
    lines: new Map(assessment.needs.lines.map((line) => [line.id, line])),
    persons,
  };
}

/** A node's id under which both sides know it: a series of the month assessed is `…/now` in every month. */
export function nodeKey(id: string, month: string): string {
  return id.startsWith('series/') && id.endsWith(month) ? `${id.slice(0, -month.length)}now` : id;
}

/** `line/food.daily@tom`, `series/cpi.all/2024-06` in their parts. */
export interface NodeParts {
  readonly prefix: string;
  readonly name: string;
  readonly person: string | null;
}

export function partsOf(key: string): NodeParts {
  const slash = key.indexOf('/');
  const rest = key.slice(slash + 1).replace(/\/(?:now|\d{4}-\d{2})$/, '');
  return { prefix: key.slice(0, slash), ...splitName(rest) };
}

/** `food.daily@tom` as its name and its person. */
export function splitName(id: string): { readonly name: string; readonly person: string | null } {
  const at = id.lastIndexOf('@');
  if (at < 0) return { name: id, person: null };
  const person = id.slice(at + 1).replace(/\/.*$/, '');
  return { name: id.slice(0, at), person };
}
