import type { Assessment } from '../assessment/document.js';
import type { Options } from '../assessment/options.js';
import type { Month } from '../calendar/month.js';
import { aidBesideWage } from '../comparison/incomes/aid-beside-wage.js';
import { namedIncome } from '../comparison/incomes/named-income.js';
import { neededIncome } from '../comparison/incomes/needed-income.js';
import { monthsBetween, seriesOf } from '../comparison/series.js';
import { tryChanges, whatIfOf } from '../comparison/what-if/what-if.js';
import { incomeHtml, seriesHtml, whatIfHtml } from '../explain/comparison/pages.js';
import { incomeText, seriesText, whatIfText } from '../explain/comparison/texts.js';
import type { Language } from '../explain/language.js';
import type { Pack } from '../model/pack.js';
import type { HouseholdFile } from '../node/household-file.js';
import { assessBoth } from './both-ways.js';
import type { Format } from './formats.js';
import { monthOption } from './options.js';
import { badOption } from './outcome.js';
import type { Witness } from './witness.js';

/** What `assess` needs to try something else than the household as it is. */
export interface Trial {
  readonly pack: Pack;
  readonly household: HouseholdFile;
  readonly options: Options;
  readonly lang: Language;
  readonly format: Format;
  readonly lines: boolean;
  readonly witness: Witness;
}

/** How what was found is told. */
interface Telling {
  readonly text: (format: 'text' | 'markdown') => string;
  readonly html: () => string;
}

function printed({ format }: Trial, data: object, { text, html }: Telling): string {
  if (format === 'json') return `${JSON.stringify(data, null, 2)}\n`;
  return format === 'html' ? html() : text(format);
}

/** `--what-if`: the differences between the household and the changed one, each assessed both ways. */
export async function whatIfTrial(trial: Trial, changes: readonly string[]): Promise<string> {
  const { pack, household, lang, lines, witness } = trial;
  const options = { ...trial.options, levers: 'none', trace: 'full' } as const;
  // The household by itself first: what is wrong in it is shown in its file.
  const { assessment: before } = await assessBoth(pack, household, options, witness);
  const tried = tryChanges(pack, household.input, changes, options);
  const after = await assessed(trial, tried.after, options);
  const found = whatIfOf(pack, tried, before, after);
  return printed(trial, found, {
    text: (format) => whatIfText(found, pack, { lang, lines, format }),
    html: () => whatIfHtml(found, pack, { lang }),
  });
}

/** `--income`: how much of it is enough, and whether work pays. The answer is checked both ways, the scan by one. */
export async function incomeTrial(trial: Trial, income: string): Promise<string> {
  const { pack, household, lang, witness } = trial;
  const options = { ...trial.options, levers: 'none', trace: 'none' } as const;
  const { assessment } = await assessBoth(pack, household, options, witness);
  const chosen = { month: assessment.month as Month, policy: options.policy ?? null };
  const needed = neededIncome<unknown>(pack, household.input, income, chosen);
  if (needed.stays !== null) {
    const named = namedIncome(pack, household.input, income, chosen.month);
    await assessed(trial, named.at(needed.stays), options);
  }
  const wage = aidBesideWage<unknown>(pack, household.input, income, chosen);
  return printed(
    trial,
    { needed, wage },
    {
      text: (format) => incomeText(needed, wage, pack, { lang, format }),
      html: () => incomeHtml(needed, wage, pack, { lang }),
    },
  );
}

/** `--months A..B`: each month, assessed both ways. */
export async function seriesTrial(trial: Trial, text: string): Promise<string> {
  const { pack, household, lang, witness } = trial;
  const [from, to, ...more] = text.split('..');
  if (from === undefined || to === undefined || more.length > 0)
    throw badOption(`--months: "${text}" is no span of months`, 'Write the first and the last: 2025-01..2025-12.');
  const months = monthsBetween(monthOption('months', from)!, monthOption('months', to)!);
  const assessments: Assessment[] = [];
  for (const month of months) {
    const options = { ...trial.options, month, levers: 'none', trace: 'none' } as const;
    assessments.push((await assessBoth(pack, household, options, witness)).assessment);
  }
  const found = seriesOf(assessments);
  return printed(trial, found, {
    text: (format) => seriesText(found, pack, { lang, format }),
    html: () => seriesHtml(found, pack, { lang }),
  });
}

/** A household that was changed: findings of it have no place in the file. */
async function assessed(trial: Trial, input: unknown, options: Options): Promise<Assessment> {
  const { pack, witness } = trial;
  const household = {
    ...trial.household,
    input,
    locate: (findings: Parameters<HouseholdFile['locate']>[0]) => findings,
  };
  return (await assessBoth(pack, household, options, witness)).assessment;
}
