import type { Assessment } from '../../assessment/document.js';
import type { NeedLine } from '../../model/evaluation.js';
import type { Pack } from '../../model/pack.js';
import { budgetSources, type BudgetSources } from '../../provenance/budget.js';
import { traceIndex } from '../argument/trace-index.js';
import type { Language } from '../language.js';
import type { Context } from './context.js';
import { voiceThatRemembers } from './remembered.js';
import { personNames } from './persons.js';
import { savingPlan } from './saving-plan.js';
import { sheet } from './sheets.js';
import type { Audience, ReportView, Table } from './view.js';

export interface ReportOptions {
  readonly lang: Language;
  /** The family's sheet, the file's, or both, which is the default. */
  readonly sheet?: Audience | 'both';
}

/**
 * The report as plain data, in the words of one language. The family's sheet has no ids and nothing that a worker wrote;
 * the file's has everything. Without a full trace what is behind a line is shorter, and no source is listed.
 */
export function reportView(
  assessment: Assessment,
  pack: Pack,
  { lang, sheet: which = 'both' }: ReportOptions,
): ReportView {
  const voice = voiceThatRemembers(pack, lang, assessment.month);
  const sources = assessment.trace?.level === 'full' ? budgetSources(pack, assessment) : null;
  const shared = {
    voice,
    assessment,
    nodes: traceIndex(assessment),
    plan: savingPlan(assessment),
    sources,
    itemTables: new Map<NeedLine, Table>(),
    behind: titlesBehind(pack, sources),
  };
  const audiences: readonly Audience[] = which === 'both' ? ['family', 'file'] : [which];
  const contextOf = (audience: Audience): Context => ({
    ...shared,
    audience,
    called: personNames(voice, assessment, audience),
  });
  return {
    lang,
    title: voice.say('head.title', { month: voice.month(assessment.month) }),
    words: { sheets: voice.say('report.sheets'), asTable: voice.say('report.as-table') },
    sheets: audiences.map((audience) => sheet(contextOf(audience))),
  };
}

function titlesBehind({ model }: Pack, found: BudgetSources | null): ReadonlyMap<string, readonly string[]> {
  const titles = new Map(model.sources.map(({ id, title }) => [id, title]));
  return new Map((found?.lines ?? []).map(({ id, sources }) => [id, sources.map((one) => titles.get(one) ?? one)]));
}
