import type { NeedLine } from '../../../model/evaluation.js';
import type { Group } from '../../../model/needs.js';
import { labelOf } from '../../words/names.js';
import { isZero } from '../../words/numbers.js';
import { told, type Context } from '../context.js';
import type { Block, LineGroup, LineRow, Section } from '../view.js';
import { signed, sumOfLines } from '../sums.js';
import { behindLine } from './behind-line.js';

/** Every line of the budget by fixed, living and reserve costs, then by basket; what is behind a line is folded under it. */
export function monthPlan(context: Context): Section {
  const { voice, assessment } = context;
  const { lines } = assessment.needs;
  const optional = lines.filter((line) => line.optional);
  const blocks: Block[] = (['fixed', 'living', 'reserve'] as const).flatMap((group) => groupPart(context, group));
  if (lines.length === 0) blocks.push({ kind: 'text', text: voice.say('needs.none') });
  if (optional.length > 0)
    blocks.push({
      kind: 'part',
      title: voice.say('needs.optional'),
      blocks: [{ kind: 'lines', heads: headsOf(context), groups: byBasket(context, optional) }],
    });
  return { id: 'plan', title: voice.say('report.plan'), blocks };
}

function groupPart(context: Context, group: Group): Block[] {
  const { voice, assessment } = context;
  const inGroup = assessment.needs.lines.filter((line) => line.group === group && !line.optional);
  if (inGroup.length === 0) return [];
  const { reference, need } = assessment.needs.groups[group];
  const total = { cells: [voice.say('needs.total'), ...amounts(context, reference, need)], total: true } as const;
  return [
    {
      kind: 'part',
      title: voice.say(`group.${group}`),
      amount: voice.money(need),
      tone: group,
      blocks: [
        { kind: 'text', tone: 'note', text: voice.say(`report.group.${group}`) },
        {
          kind: 'lines',
          heads: headsOf(context),
          groups: byBasket(context, inGroup),
          ...(context.audience === 'file' ? { total } : {}),
        },
      ],
    },
  ];
}

function byBasket(context: Context, lines: readonly NeedLine[]): LineGroup[] {
  const { voice, assessment } = context;
  const shown = lines.filter((line) => context.audience === 'file' || !isZero(line.need) || !isZero(line.reference));
  return assessment.needs.baskets.flatMap(({ id }) => {
    const inBasket = shown.filter((line) => line.basket === id);
    if (inBasket.length === 0) return [];
    return [
      {
        label: labelOf(voice, id),
        amounts: amounts(context, sumOfLines(inBasket, 'reference'), sumOfLines(inBasket, 'need')),
        rows: inBasket.map((line) => lineRow(context, line)),
      },
    ];
  });
}

function lineRow(context: Context, line: NeedLine): LineRow {
  return {
    label: labelOf(context.voice, told(context, line.id)),
    amounts: [
      ...amounts(context, signed(line, 'reference'), signed(line, 'need')),
      ...(context.audience === 'file' ? [restsOn(context, line)] : []),
    ],
    why: behindLine(context, line),
  };
}

/** The family reads what counts here; the file has the reference beside it. */
function amounts({ voice, audience }: Context, reference: string, need: string): string[] {
  return audience === 'file' ? [voice.money(reference), voice.money(need)] : [voice.money(need)];
}

function headsOf({ voice, audience }: Context): string[] {
  if (audience === 'family') return [voice.say('report.month')];
  return [voice.say('needs.reference'), voice.say('needs.need'), voice.say('needs.status')];
}

function restsOn({ voice }: Context, line: NeedLine): string {
  return voice.say(line.basis === 'reference' ? `status.${line.status.need}` : `basis.${line.basis}`);
}
