import type { Context } from './context.js';
import { aid } from './sections/aid.js';
import { charts } from './sections/charts.js';
import { incomes } from './sections/incomes.js';
import { levers } from './sections/levers.js';
import { monthPlan } from './sections/month-plan.js';
import { notices, warnings } from './sections/notices.js';
import { overrides } from './sections/overrides.js';
import { paid } from './sections/paid.js';
import { figures, people, personLines } from './sections/people.js';
import { quality, sources } from './sections/quality.js';
import { assumptions, questions } from './sections/questions.js';
import { saving } from './sections/saving.js';
import { verdict } from './sections/verdict.js';
import { about, versions } from './sections/versions.js';
import { labelOf } from '../words/names.js';
import type { Audience, Section, SheetView } from './view.js';

type Part = (context: Context) => Section | null;

/** What a family talks about first comes first; the file goes on to everything that must be found again. */
const PARTS: Readonly<Record<Audience, readonly Part[]>> = {
  family: [
    verdict,
    charts,
    levers,
    aid,
    monthPlan,
    saving,
    paid,
    incomes,
    notices,
    overrides,
    questions,
    assumptions,
    quality,
    versions,
  ],
  file: [
    verdict,
    charts,
    incomes,
    monthPlan,
    saving,
    paid,
    people,
    figures,
    levers,
    aid,
    overrides,
    notices,
    warnings,
    questions,
    assumptions,
    quality,
    sources,
    about,
    versions,
  ],
};

/** A sheet: who it is for, who the budget is of, its sections. */
export function sheet(context: Context): SheetView {
  const { voice, assessment, audience } = context;
  const { policy } = assessment;
  return {
    id: audience,
    title: voice.say(`report.${audience}`),
    intro: [
      ...personLines(context),
      ...(policy === null ? [] : [voice.say('head.policy', { policy: labelOf(voice, policy.id) })]),
    ],
    sections: PARTS[audience].map((part) => part(context)).filter((section) => section !== null),
  };
}
