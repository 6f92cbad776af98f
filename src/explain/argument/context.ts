import type { Assessment } from '../../assessment/document.js';
import { monthIndex } from '../../calendar/month.js';
import type { NeedLine } from '../../model/evaluation.js';
import type { Pack } from '../../model/pack.js';
import type { FactNode, TraceNode } from '../../model/trace.js';
import type { MonthIndex } from '../../model/value.js';
import { saidSex } from '../said-sex.js';
import type { Argument } from './argument.js';
import type { Named } from './named.js';
import { placeOf, sourceOf } from './origin.js';
import { nodeName, traceIndex, type TraceIndex } from './trace-index.js';

/** One assessment ready to be asked: put in order once, however many questions follow. */
export interface Context {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly month: MonthIndex;
  readonly index: TraceIndex;
  /** Lines by their node. */
  readonly lines: ReadonlyMap<string, NeedLine>;
  readonly people: Argument['people'];
}

const known = new WeakMap<Assessment, Context>();

export function contextOf(pack: Pack, assessment: Assessment): Context {
  const found = known.get(assessment);
  if (found?.pack === pack) return found;
  const index = traceIndex(assessment);
  const context: Context = {
    pack,
    assessment,
    month: monthIndex(assessment.month) ?? 0,
    index,
    lines: new Map(assessment.needs.lines.map((line) => [line.node, line])),
    people: peopleOf(assessment, index),
  };
  known.set(assessment, context);
  return context;
}

const ROLE = 'fact/person.role@';
const AGE = 'fact/person.age@';

function peopleOf(assessment: Assessment, index: TraceIndex): Argument['people'] {
  const ids = [...index.keys()].filter((id) => id.startsWith(ROLE)).map((id) => id.slice(ROLE.length));
  const factOf = (id: string): FactNode | null => {
    const node = index.get(id);
    return node?.kind === 'fact' ? node : null;
  };
  return ids.map((id) => ({
    id,
    role: factOf(`${ROLE}${id}`)?.value ?? null,
    months: factOf(`${AGE}${id}`)?.months ?? null,
    sex: saidSex(assessment, id),
  }));
}

/** A node as words need it: with its status, source and place. */
export function namedOf({ pack, month, lines }: Context, node: TraceNode): Named {
  const { name, person } = nodeName(node.id);
  return {
    id: node.id,
    name,
    person,
    value: node.value,
    node,
    status: lines.get(node.id)?.status.need ?? ('status' in node ? (node.status ?? null) : null),
    source: sourceOf(pack, node),
    place: placeOf(pack, node, month),
  };
}
