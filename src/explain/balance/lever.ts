import type { ChainLink, LeverLine, Levers } from '../../model/lever-lines.js';
import { heading, row, wrap } from '../words/columns.js';
import { firstQuestions } from './first-questions.js';
import { forAll, grouped, groupId } from './grouped.js';
import { labelOf, questionOf } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import type { Page } from './page.js';

const WIDTHS = [14, 14, 16];

/** What became of levers that the chain did not take, and of those that it opened. */
const REMARKS = ['closed', 'left-out', 'opened'] as const;

/** Rights and savings: what each would change alone and in turn, what to ask first, what is held already. */
export function leverPart(page: Page): string[] {
  const levers = page.assessment.levers;
  if (levers === undefined || levers.list.length === 0) return [];
  const { voice, width } = page;
  const may = levers.list.filter((lever) => lever.state === 'may');
  const chained = levers.chain !== undefined;
  const heads = may.length === 0 ? [] : ['alone', ...(chained ? (['chain', 'balance'] as const) : [])];
  const titles = heads.map((key) => voice.say(`levers.${key as 'alone' | 'chain' | 'balance'}`));
  const out = heading(width, voice.say('levers.title'), titles, WIDTHS.slice(0, titles.length));
  if (may.length === 0) out.push(...wrap(voice.say('levers.none'), width, 2));
  out.push(...(levers.chain === undefined ? may.flatMap((lever) => aloneRow(page, lever)) : chainRows(page, levers)));
  return [...out, ...askLines(page, levers), ...heldLine(page, levers)];
}

function aloneRow(page: Page, lever: LeverLine): string[] {
  const { voice, width } = page;
  const gain = lever.alone === null ? '' : voice.gain(lever.alone.month);
  return [...row(width, 2, labelWith(page, lever), [gain], WIDTHS.slice(0, 1)), ...apply({ voice, width }, lever)];
}

function chainRows(page: Page, levers: Levers): string[] {
  const { voice, width } = page;
  const out: string[] = [];
  const links = levers.chain ?? [];
  for (const link of links) {
    const lever = levers.list.find((one) => one.id === link.id);
    if (lever !== undefined && link.outcome === 'taken') out.push(...takenRow(page, lever, link));
  }
  const remarks = REMARKS.flatMap((outcome) => {
    const list = links.filter((link) => link.outcome === outcome).map((link) => labelOf(voice, link.id));
    return list.length === 0 ? [] : wrap(voice.say(`levers.${outcome}`, { list: voice.row(list) }), width, 2, 4);
  });
  const taken = links.filter((link) => link.outcome === 'taken').length;
  if (levers.together !== undefined && taken > 1) {
    const texts = ['', voice.gain(levers.together.month), voice.money(levers.together.balance)];
    out.push(...row(width, 2, voice.say('levers.together'), texts, WIDTHS));
    remarks.push(...wrap(voice.say('levers.note'), width, 2));
  }
  return [...out, ...remarks];
}

/** A sum paid once changes no month: there the columns stay empty. */
function takenRow(page: Page, lever: LeverLine, link: ChainLink): string[] {
  const { voice, width } = page;
  const onceOnly = link.gain !== null && !isZero(link.gain.once) && isZero(link.gain.month);
  const alone = lever.alone === null || onceOnly ? '' : voice.gain(lever.alone.month);
  const gain = link.gain === null || onceOnly ? '' : voice.gain(link.gain.month);
  const balance = link.balance === null || onceOnly ? '' : voice.money(link.balance);
  const out = row(width, 2, labelWith(page, lever), [alone, gain, balance], WIDTHS);
  if (link.gain !== null && !isZero(link.gain.once))
    out.push(...wrap(voice.say('levers.once', { amount: voice.gain(link.gain.once) }), width, 4));
  return [...out, ...apply({ voice, width }, lever)];
}

/** Where to go and until when, as the pack says. */
function apply({ voice, width }: Pick<Page, 'voice' | 'width'>, lever: LeverLine): string[] {
  const where = voice.words(lever.id, 'where');
  const by = voice.words(lever.id, 'by');
  const parts = [
    ...(where === null ? [] : [voice.say('levers.where', { where: bare(where) })]),
    ...(by === null ? [] : [voice.say('levers.by', { by: bare(by) })]),
  ];
  return parts.length === 0 ? [] : wrap(parts.join(' '), width, 4);
}

/** Without its full stop: it stands inside a sentence. */
function bare(text: string): string {
  return text.replace(/\.$/, '');
}

/** What waits for an answer today; not what the chain opens and takes by itself. */
function askLines(page: Page, levers: Levers): string[] {
  const { voice, width, assessment } = page;
  const taken = new Set((levers.chain ?? []).filter(({ outcome }) => outcome === 'taken').map(({ id }) => id));
  const asked = levers.list.filter(({ id, state }) => state === 'ask' && !taken.has(id));
  if (asked.length === 0) return [];
  return [
    ...wrap(voice.say('levers.ask'), width, 2),
    ...asked.flatMap((lever) => [
      ...wrap(labelWith(page, lever), width, 4),
      ...grouped(firstQuestions(assessment, voice.pack.model, lever.missing), (name) => name).flatMap((group) =>
        wrap(`· ${questionOf(voice, forAll(page, groupId(group)))}`, width, 6, 8),
      ),
    ]),
  ];
}

function heldLine(page: Page, levers: Levers): string[] {
  const { voice, width } = page;
  const held = levers.list.filter((lever) => lever.state === 'has').map((lever) => labelWith(page, lever));
  return held.length === 0 ? [] : wrap(voice.say('levers.has', { list: held.join(', ') }), width, 2, 4);
}

/** With its persons; one that the chain opened names none, since its list is that of today. */
function labelWith(page: Page, { id, persons, state }: LeverLine): string {
  return labelOf(page.voice, forAll(page, groupId({ name: id, persons: state === 'no' ? [] : persons })));
}
