import type { NeedLine } from '../../../model/evaluation.js';
import type { FactNode, TraceNode } from '../../../model/trace.js';
import { nodeName } from '../../argument/trace-index.js';
import { nameWords, splitAt, valueWords } from '../../words/names.js';
import { told, type Context } from '../context.js';
import type { Block } from '../view.js';

/** What was said or assumed of the household that a line was computed from: age, region, a right that is held. */
export function readings(context: Context, line: NeedLine): Block[] {
  const { voice } = context;
  const facts = factsBehind(context, line);
  if (facts.length === 0) return [];
  const items = facts.map((node) => {
    const { name, person } = nodeName(node.id);
    const words = nameWords(voice, told(context, person === null ? name : `${name}@${person}`));
    const value = node.origin === 'none' ? voice.say('value.none') : valueWords(voice, name, node.value);
    const text = voice.say('pair', { left: words.replace(/\u00a0?\?(?= \(|$)/, ''), right: value });
    return { text: node.origin === 'assumed' ? `${text} (${voice.say('origin.assumed')})` : text };
  });
  return [
    { kind: 'text', text: voice.say('report.depends') },
    { kind: 'list', items },
  ];
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
