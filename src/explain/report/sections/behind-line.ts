import type { NeedLine } from '../../../model/evaluation.js';
import { sexValue } from '../../balance/notice-values.js';
import { splitAt } from '../../words/names.js';
import { isZero } from '../../words/numbers.js';
import { reasonOf } from '../../words/reason.js';
import { told, type Context } from '../context.js';
import type { Block } from '../view.js';
import { itemTable } from './item-table.js';
import { readings } from './readings.js';
import { provenance } from './provenance.js';

/** What is behind a line: what is paid in its place, what it is made of, what was adjusted and why; for the file its numbers. */
export function behindLine(context: Context, line: NeedLine): Block[] {
  const { audience } = context;
  const blocks: Block[] = [...basis(context, line), ...reasons(context, line)].map((text) => ({ kind: 'text', text }));
  const items = (line.items ?? []).filter((item) => !isZero(item.month));
  if (items.length > 0 && line.basis === 'reference')
    blocks.push(itemTable(context, line, items), ...atHome(context, line));
  else blocks.push(...readings(context, line));
  return audience === 'file' ? [...blocks, ...provenance(context, line)] : blocks;
}

/** Why the line is less than its items: a part of the days at home. */
function atHome({ voice, nodes }: Context, line: NeedLine): Block[] {
  const node = nodes.get(line.node);
  const share = node?.kind === 'line' ? node.steps.find(({ step }) => step === 'presence')?.by : undefined;
  if (share === undefined || share === '1') return [];
  return [{ kind: 'text', text: voice.say('reason.presence', { share: voice.percent(share) }) }];
}

/** A bill or a judgement stands in for the reference. */
function basis({ voice }: Context, line: NeedLine): string[] {
  if (line.basis === 'reference') return [];
  const computed = line.override?.computed ?? line.reference;
  const key = line.basis === 'bill' ? 'report.paid-instead' : 'report.set-instead';
  return [voice.say(key, { amount: voice.money(line.need), reference: voice.money(computed) })];
}

/** Why adjustments worked on the line, as the pack says; each reason once. */
function reasons(context: Context, line: NeedLine): string[] {
  const node = context.nodes.get(line.node);
  if (node?.kind !== 'line') return [];
  const { person } = splitAt(line.id);
  const ids = node.steps
    .flatMap((step) => step.in ?? [])
    .filter((id) => id.startsWith('when/') && !id.includes('/', 5));
  const sex = sexValue(context.assessment, person);
  const texts = ids.map((id) =>
    reasonOf(context.voice, told(context, withPerson(id.slice('when/'.length), person)), sex),
  );
  return [...new Set(texts.filter((text) => text !== null))];
}

/** An adjustment of the household that works on a person's line speaks of this person. */
function withPerson(id: string, person: string | null): string {
  return person === null || splitAt(id).person !== null ? id : `${id}@${person}`;
}
