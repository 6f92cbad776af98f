import type { Options } from '../assessment/options.js';
import { monthText } from '../calendar/month.js';
import type { HouseholdFile } from '../node/household-file.js';
import type { MonthFrom } from './month-note.js';
import { monthOption, type PackOptions, type TellingOptions } from './options.js';

/** Options of the commands that assess. */
export interface AssessOptions extends PackOptions {
  readonly month?: string | undefined;
  readonly policy?: string | undefined;
  readonly levers?: string | undefined;
  readonly trace?: string | undefined;
}

/** Options of `assess`. */
export interface AssessCommand extends AssessOptions, TellingOptions {
  readonly lines?: boolean | undefined;
  readonly sheet?: string | undefined;
  readonly input?: boolean | undefined;
  readonly redact?: boolean | undefined;
  readonly whatIf?: readonly string[] | undefined;
  readonly income?: string | undefined;
  readonly months?: string | undefined;
}

/** Options for the library, and where the month comes from. Only the command line reads the clock. */
export function assessOptions(
  options: AssessOptions,
  household: HouseholdFile,
  trace: 'none' | 'fired' | 'full',
): { readonly options: Options; readonly from: MonthFrom } {
  const asked = monthOption('month', options.month);
  const month = asked ?? (hasMonth(household.input) ? undefined : today());
  return {
    options: {
      ...(month === undefined ? {} : { month }),
      policy: options.policy ?? null,
      levers: (options.levers ?? 'chain') as 'none' | 'alone' | 'chain',
      trace: (options.trace ?? trace) as 'none' | 'fired' | 'full',
    },
    from: asked !== undefined ? 'option' : month === undefined ? 'household' : 'today',
  };
}

function hasMonth(input: unknown): boolean {
  return typeof input === 'object' && input !== null && (input as Record<string, unknown>)['month'] !== undefined;
}

function today(): ReturnType<typeof monthText> {
  const now = new Date();
  return monthText(now.getFullYear() * 12 + now.getMonth());
}
