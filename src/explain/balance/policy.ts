import { heading, row, wrap } from '../words/columns.js';
import { labelOf, questionOf, splitAt } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import { reasonOf } from '../words/reason.js';
import { sexValue } from './notice-values.js';
import { MONEY, type Page } from './page.js';

/** What the local policy proposes, apart from the need. */
export function policyPart({ voice, assessment, width }: Page): string[] {
  const { aid, policy, incomes } = assessment;
  if (aid === undefined || policy === null) return [];
  const out = heading(width, voice.say('aid.title'));
  out.push(...wrap(labelOf(voice, policy.id), width, 2));
  const add = (label: string, amount: string): void => {
    out.push(...row(width, 2, label, ['', voice.money(amount)], MONEY));
  };
  add(voice.say('aid.need'), aid.need);
  add(voice.say('aid.income'), incomes.counted);
  add(voice.say('aid.gap'), aid.gap);
  add(voice.say('aid.pays'), aid.pays);
  if (aid.months !== null && !isZero(aid.pays))
    out.push(...wrap(voice.say('aid.months', { count: aid.months }), width, 4));
  if (!isZero(aid.gap)) add(voice.say('aid.left'), aid.left);
  if (!isZero(aid.once)) add(voice.say('aid.once'), aid.once);
  const told = aid.lines.map((line) => {
    const values = { label: labelOf(voice, line.id), aid: voice.money(line.aid), need: voice.money(line.need) };
    const sex = sexValue(assessment, splitAt(line.id).person);
    const because = line.by.map((id) => reasonOf(voice, atPersonOf(line.id, id), sex)).filter((text) => text !== null);
    return { text: voice.say(line.aid === line.need ? 'aid.same' : 'aid.line', values), because: because.join(' ') };
  });
  // lines that follow one another for one reason tell it once, after the last
  for (const [i, { text, because }] of told.entries())
    out.push(...wrap(because === told[i + 1]?.because ? text : `${text} ${because}`, width, 2, 4));
  for (const line of aid.optionalCounted) {
    const values = { label: labelOf(voice, line.id), aid: voice.money(line.aid) };
    out.push(...wrap(voice.say('aid.counted', values), width, 2, 4));
  }
  for (const one of aid.open ?? [])
    for (const name of one.missing) out.push(...wrap(`· ${questionOf(voice, name)}`, width, 2, 4));
  return out;
}

/** An adjustment that works on a person's line works for this person. */
function atPersonOf(line: string, adjustment: string): string {
  const { person } = splitAt(line);
  return person === null ? adjustment : `${adjustment}@${person}`;
}
