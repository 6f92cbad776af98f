import type { NeedLine } from '../../../model/evaluation.js';
import { detailLines } from '../../argument/node-detail.js';
import { placeOf } from '../../argument/origin.js';
import { splitAt } from '../../words/names.js';
import type { Context } from '../context.js';
import type { Block } from '../view.js';

/** For the file: the steps of the computation, the sources of its numbers, what its assumptions rest on, where it is written. */
export function provenance(context: Context, line: NeedLine): Block[] {
  const { voice } = context;
  const node = context.nodes.get(line.node);
  if (node?.kind !== 'line') return [];
  const bare = { id: node.id, name: line.id, person: null, value: node.value, node, items: [] } as const;
  const steps = detailLines(voice, {
    ...bare,
    status: null,
    source: null,
    place: null,
    decisive: [],
    against: [],
    override: null,
    children: [],
    seen: false,
  });
  const place = placeOf(voice.pack, node, context.assessment.month);
  const note = line.status.reference === 'assumption' ? voice.words(splitAt(line.id).name, 'note') : null;
  const titles = context.behind.get(line.id) ?? [];
  const rows: [string, string][] = [
    [voice.say('report.computed'), steps.map((step) => step.replace(/^→ /, '')).join(' → ')],
    [voice.say('report.key'), line.id],
    ...(titles.length > 0 ? [[voice.say('report.from'), titles.join('; ')] as [string, string]] : []),
    ...(note === null ? [] : [[voice.say('status.assumption'), note] as [string, string]]),
    ...(place === null ? [] : [[voice.say('report.place'), `${place.file}:${place.line}`] as [string, string]]),
  ];
  return [{ kind: 'terms', rows }];
}
