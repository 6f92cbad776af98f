import type { NeedLine } from '../../../model/evaluation.js';
import type { FactNode, TraceNode } from '../../../model/trace.js';
import { withoutMark } from '../../balance/notice.js';
import { nodeName } from '../../argument/trace-index.js';
import { nameWords, splitAt, valueWords } from '../../words/names.js';
import { told, type Context } from '../context.js';
import type { Block } from '../view.js';

/** What was said or assumed of the household that a line was computed from, in one sentence: age, region, a right that is held. */
export function readings(context: Context, line: NeedLine): Block[] {
  const list = [...new Set(factsBehind(context, line).flatMap((node) => reading(context, node)))];
  return list.length === 0
    ? []
    : [{ kind: 'text', text: context.voice.say('report.depends', { list: context.voice.row(list) }) }];
}

/** The family calls its members by age: their age says no more, and who is the head is of no use to them. */
function reading(context: Context, node: FactNode): string[] {
  const { voice, audience } = context;
  const { name, person } = nodeName(node.id);
  if (audience === 'family' && name === 'person.role') return [];
  const isAge = audience === 'family' && name === 'person.age';
  const words = nameWords(voice, person === null || isAge ? name : told(context, `${name}@${person}`));
  const text = voice.say('pair', { left: withoutMark(words), right: valueWords(voice, name, node.value) });
  return [node.origin === 'assumed' ? `${text} (${voice.say('origin.assumed')})` : text];
}

/** Facts that a line reads, directly or through what it reads, in the order of reading; usual values and silence say nothing. */
function factsBehind({ nodes }: Context, line: NeedLine): FactNode[] {
  const { name, person } = splitAt(line.id);
  const found: FactNode[] = [];
  const seen = new Set<string>();
  const walk = (id: string): void => {
    const node = nodes.get(id);
    if (node === undefined || seen.has(id)) return;
    seen.add(id);
    if (node.kind === 'fact' && TELLING.has(node.origin) && node.value !== null) found.push(node);
    for (const next of inputsOf(node)) walk(next);
  };
  walk(`when/${name}${person === null ? '' : `@${person}`}`);
  walk(line.node);
  return found;
}

const TELLING: ReadonlySet<FactNode['origin']> = new Set(['given', 'assumed', 'override', 'policy']);

function inputsOf(node: TraceNode): readonly string[] {
  if (node.kind === 'line') return node.steps.flatMap((step) => step.in ?? []);
  return 'in' in node ? (node.in ?? []) : [];
}
