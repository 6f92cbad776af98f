import type { Ages } from '../../comparison/ages.js';
import type { ChangeGroup, Comparison, HeldLine, LineChange, Moved } from '../../comparison/shapes.js';
import type { Pack } from '../../model/pack.js';
import { labelOf } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import { reasonOf } from '../words/reason.js';
import { voiceOf, type Voice } from '../words/voice.js';
import type { Language } from '../language.js';
import { linesToTell, ofOtherPeople } from './by-name.js';
import { causeWords } from './cause-words.js';
import { staysWords } from './series-sheet.js';
import { headingOf, paragraph, row, type Block, type Columns, type Sheet } from './sheet.js';

export interface ComparisonOptions {
  readonly lang: Language;
  /** Every line that moved, not the largest five of each reason. */
  readonly lines?: boolean;
  /** For a page: it has every line, and names no option of the command. */
  readonly onPage?: true;
  /** One household in two months: whether its ages follow. Told with what stays. */
  readonly ages?: Ages;
  /** What the two sides are called; their months unless said. */
  readonly names?: { readonly left: string; readonly right: string };
}

const WIDTHS = [14, 14, 16];
/** So many lines of a reason are told at once. */
export const LARGEST = 5;
/** Where there is no amount: a line that is not there, or that no total holds. */
const NOTHING = '–';

/** The differences of two results: the sums, then what moved with its reasons, then what a bill held and what a policy pays. */
export function comparisonSheet(comparison: Comparison, pack: Pack, options: ComparisonOptions): Sheet {
  const voice = voiceOf(pack, options.lang, comparison.right.month);
  const { left, right } = comparison;
  const names = options.names ?? { left: voice.month(left.month), right: voice.month(right.month) };
  return [
    { kind: 'title', text: voice.say('compare.title'), beside: voice.say('compare.sides', names) },
    ...(options.ages === undefined ? [] : [paragraph(staysWords(voice, options.ages))]),
    ...comparisonParts(voice, comparison, options),
  ];
}

export function comparisonParts(
  voice: Voice,
  comparison: Comparison,
  { lines = false, onPage = false }: { readonly lines?: boolean; readonly onPage?: boolean },
): Sheet {
  const columns: Columns = {
    heads: [voice.say('compare.left'), voice.say('compare.right'), voice.say('compare.change')],
    widths: WIDTHS,
  };
  return [
    headingOf(voice.say('compare.sums'), columns),
    ...(['income', 'need', 'balance'] as const).map((sum) => movedRow(voice, voice.say(`sum.${sum}`), comparison[sum])),
    ...groupBlocks(voice, comparison.groups, columns, onPage || lines),
    ...heldBlocks(voice, comparison.held, onPage),
    ...aidBlocks(voice, comparison, columns),
  ];
}

function movedRow(voice: Voice, label: string, { left, right, change }: Moved): Block {
  return row(label, [voice.money(left), voice.money(right), voice.gain(change)]);
}

function groupBlocks(voice: Voice, groups: readonly ChangeGroup[], columns: Columns, all: boolean): Sheet {
  if (groups.length === 0) return [headingOf(voice.say('compare.because')), paragraph(voice.say('compare.nothing'))];
  const heads = [columns.heads[0] ?? '', columns.heads[1] ?? '', voice.say('compare.effect')];
  const told = new Set<string>();
  return [
    headingOf(voice.say('compare.because'), { heads, widths: WIDTHS }),
    ...inOrder(groups).flatMap((group) => groupRows(voice, group, all, told)),
    ...(groups.some((group) => othersOf(group, all) > 0) ? [paragraph(voice.say('compare.all-lines'))] : []),
  ];
}

/** What other people have and need leads, however little it leaves: all else is read beside it. */
function inOrder(groups: readonly ChangeGroup[]): readonly ChangeGroup[] {
  const leads = ({ causes }: ChangeGroup): boolean =>
    ofOtherPeople(causes) && causes.every(({ kind }) => kind === 'person');
  return [...groups.filter(leads), ...groups.filter((group) => !leads(group))];
}

function groupRows(voice: Voice, group: ChangeGroup, all: boolean, told: Set<string>): Sheet {
  const reasons = causeWords(voice, group.causes, told);
  const last = reasons.length - 1;
  const lines = linesToTell(group);
  const others = othersOf(group, all);
  const shown = lines.slice(0, lines.length - others);
  return [
    ...reasons.slice(0, last).map((reason) => paragraph(voice.say('compare.and', { reason }))),
    { kind: 'row', label: reasons[last] ?? '', cells: ['', '', voice.gain(group.effect)], depth: 1, strong: true },
    ...shown.map((line) => lineRow(voice, line)),
    ...(others === 0 ? [] : [paragraph(voice.say('compare.others', { count: others }), 2)]),
    ...turnedLines(voice, lines),
  ];
}

/** How many lines of a reason are counted only: a single one is told as well. */
function othersOf(group: ChangeGroup, all: boolean): number {
  const { length } = linesToTell(group);
  return all || length <= LARGEST + 1 ? 0 : length - LARGEST;
}

function lineRow(voice: Voice, { id, left, right, effect, optional }: LineChange): Block {
  const label = labelOf(voice, id);
  const cell = (amount: string | null): string => (amount === null ? NOTHING : voice.money(amount));
  return row(
    optional ? voice.say('compare.optional', { label }) : label,
    [cell(left), cell(right), optional ? NOTHING : voice.gain(effect)],
    2,
  );
}

/** Adjustments that begin or cease to apply, each once, with the reason that the pack gives. */
function turnedLines(voice: Voice, lines: readonly LineChange[]): Sheet {
  const told = new Set<string>();
  for (const { id, left } of lines.flatMap(({ turned }) => turned)) {
    const reason = reasonOf(voice, id)?.replace(/\.$/, '');
    if (reason !== undefined) told.add(voice.say(left === 'yes' ? 'turned.ends' : 'turned.begins', { reason }));
  }
  return [...told].map((text) => paragraph(text, 2));
}

function heldBlocks(voice: Voice, held: readonly HeldLine[], onPage: boolean): Sheet {
  if (held.length === 0) return [];
  return [
    headingOf(voice.say('held.title')),
    ...held.map(({ id, reference, paid, bill }) => {
      const values = {
        label: labelOf(voice, id),
        left: voice.money(reference.left),
        right: voice.money(reference.right),
      };
      const stays = voice.say('held.line', { ...values, paid: voice.money(paid) });
      return paragraph(onPage ? stays : `${stays} ${voice.say('held.without', { name: `bill.${bill}` })}`);
    }),
  ];
}

function aidBlocks(voice: Voice, { aid, left, right }: Comparison, columns: Columns): Sheet {
  if (aid === null) return [];
  const policies = [left.policy, right.policy].map((id) =>
    id === null ? voice.say('aid.no-policy') : labelOf(voice, id),
  );
  const same = left.policy === right.policy;
  const title = same
    ? (policies[0] ?? '')
    : voice.say('compare.sides', { left: policies[0] ?? '', right: policies[1] ?? '' });
  const once = isZero(aid.once.left) && isZero(aid.once.right) ? [] : (['once'] as const);
  return [
    headingOf(voice.say('aid.moved'), columns),
    paragraph(title),
    ...(['need', 'gap', 'pays', 'left', ...once] as const).map((part) =>
      movedRow(voice, voice.say(`aid.${part}`), aid[part]),
    ),
    ...aid.lines.filter(({ by }) => by.left.length + by.right.length > 0).flatMap((line) => aidLine(voice, line)),
  ];
}

function aidLine(
  voice: Voice,
  { id, left, right, effect, by }: NonNullable<Comparison['aid']>['lines'][number],
): Sheet {
  const cell = (amount: string | null): string => (amount === null ? NOTHING : voice.money(amount));
  const reasons = [...new Set([...by.left, ...by.right])]
    .map((one) => reasonOf(voice, one))
    .filter((text) => text !== null);
  return [
    row(labelOf(voice, id), [cell(left), cell(right), voice.gain(effect)], 2),
    ...reasons.map((text) => paragraph(text, 3)),
  ];
}
