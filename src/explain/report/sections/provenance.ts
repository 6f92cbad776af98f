import type { NeedLine } from '../../../model/evaluation.js';
import { contextOf, namedOf } from '../../argument/context.js';
import { detailLines } from '../../argument/text/node-detail.js';
import { splitAt } from '../../words/names.js';
import type { Context } from '../context.js';
import type { Block } from '../view.js';

/** For the file: the steps of the computation, the sources of its numbers, what its assumptions rest on, where it is written. */
export function provenance(context: Context, line: NeedLine): Block[] {
  const { voice } = context;
  const found = context.nodes.get(line.node);
  if (found?.kind !== 'line') return [];
  // who is at home all the time has no step of it
  const node = { ...found, steps: found.steps.filter(({ step, by }) => step !== 'presence' || by !== '1') };
  const named = namedOf(contextOf(voice.pack, context.assessment), node);
  const { place } = named;
  const telling = { voice, audience: 'researcher', people: [], width: 80 } as const;
  const nothing = { decisive: [], tests: [], against: [], items: [], override: null, children: [], seen: false };
  const steps = detailLines(telling, { ...named, ...nothing });
  const note = line.status.reference === 'assumption' ? voice.words(splitAt(line.id).name, 'note') : null;
  const titles = context.behind.get(line.id) ?? [];
  const rows: [string, string][] = [
    [voice.say('report.computed'), steps.map((step) => step.replace(/^→ /, '')).join(' → ')],
    [voice.say('report.key'), line.id],
    ...(titles.length > 0 ? [[voice.say('report.from'), voice.row(titles)] as [string, string]] : []),
    ...(note === null ? [] : [[voice.say('status.assumption'), note] as [string, string]]),
    ...(place === null ? [] : [[voice.say('report.place'), `${place.file}:${place.line}`] as [string, string]]),
  ];
  return [{ kind: 'terms', rows }];
}
