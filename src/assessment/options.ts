import type { Month } from '../calendar/month.js';
import { RefbudgetError, type Diagnostic } from '../model/diagnostic.js';
import type { EvaluationOptions } from '../model/evaluation.js';
import { isValid, type Model } from '../model/model.js';
import { didYouMean } from '../model/near.js';
import type { MonthIndex } from '../model/value.js';

/** How a household is assessed. Defaults: its own month, no policy, levers in a chain, the full trace. */
export interface Options {
  /** `2024-06`, within what the pack covers. */
  readonly month?: Month;
  /** Id of a policy of the pack. */
  readonly policy?: string | null;
  /** `alone`: what each lever gains by itself; `chain`: also one after the other. */
  readonly levers?: 'none' | 'alone' | 'chain';
  /** `fired`: without conditions that do not hold, and what only they read. */
  readonly trace?: 'none' | 'fired' | 'full';
}

const CHOICES = { levers: ['none', 'alone', 'chain'], trace: ['none', 'fired', 'full'] } as const;

/** Options with their defaults, checked against the pack; throws `RefbudgetError('options')` with all that is wrong. */
export function evaluationOptions(model: Model, month: MonthIndex, options: Options): EvaluationOptions {
  const errors: Diagnostic[] = [];
  for (const name of ['levers', 'trace'] as const) {
    const value = options[name];
    if (value !== undefined && !(CHOICES[name] as readonly string[]).includes(value))
      errors.push(wrong(name, value, CHOICES[name]));
  }
  const policy = options.policy ?? null;
  const policies = model.policies.filter((p) => isValid(p, month)).map((p) => p.id);
  if (policy !== null && !policies.includes(policy)) errors.push(wrong('policy', policy, policies));
  if (errors.length > 0) throw new RefbudgetError('options', errors);
  return { policy, levers: options.levers ?? 'chain', trace: options.trace ?? 'full' };
}

function wrong(name: string, value: string, choices: readonly string[]): Diagnostic {
  return {
    code: 'unknown-option',
    severity: 'error',
    message: `${name}: "${value}" is not known`,
    hint: didYouMean(value, choices),
    places: [],
    path: [name],
  };
}
