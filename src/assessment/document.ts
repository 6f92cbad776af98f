import { monthText } from '../calendar/month.js';
import type { Household } from '../household/household.js';
import { sha256Of } from '../model/digest.js';
import type { Evaluation, EvaluationOptions } from '../model/evaluation.js';
import type { Pack } from '../model/pack.js';
import type { TraceNode } from '../model/trace.js';
import { ENGINE } from './engine.js';

export const FORMAT = 'refbudget.assessment/1';

/** The result: plain data, money as text, ids and no prose. Keys in the order of the document; `levers` and `aid` are absent when not computed. */
export interface Assessment {
  readonly format: typeof FORMAT;
  readonly engine: { readonly name: string; readonly version: string };
  readonly pack: {
    readonly id: string;
    readonly version: string;
    readonly digest: string;
    readonly overlays: readonly string[];
    readonly covers: readonly [string, string];
  };
  readonly month: string;
  readonly policy: { readonly id: string } | null;
  /** What was given; null when it was left out, with a key `redacted` when sensitive facts were dropped. */
  readonly input: Readonly<Record<string, unknown>> | null;
  readonly incomes: Evaluation['incomes'];
  readonly needs: Evaluation['needs'];
  readonly figures: Evaluation['figures'];
  readonly balance: Evaluation['balance'];
  readonly levers?: NonNullable<Evaluation['levers']>;
  readonly aid?: NonNullable<Evaluation['aid']>;
  readonly quality: Evaluation['quality'];
  readonly assumptions: Evaluation['assumptions'];
  readonly open: Evaluation['open'];
  readonly notices: Evaluation['notices'];
  readonly overrides: Evaluation['overrides'];
  readonly warnings: Evaluation['warnings'];
  readonly trace?: { readonly level: 'fired' | 'full'; readonly nodes: readonly TraceNode[] };
  /** SHA-256 of the canonical text of everything before it; computed when it is first read. */
  readonly seal: string;
}

export type Unsealed = Omit<Assessment, 'seal'>;

/** Puts what an evaluator says into the document. Both evaluators' results go through here: nothing is computed. */
export function buildDocument(
  pack: Pack,
  household: Household,
  options: EvaluationOptions,
  evaluation: Evaluation,
): Assessment {
  const { id, version, overlays, covers } = pack.model.pack;
  return sealed({
    format: FORMAT,
    engine: ENGINE,
    pack: { id, version, digest: pack.digest, overlays, covers: [monthText(covers[0]), monthText(covers[1])] },
    month: monthText(household.month),
    policy: options.policy === null ? null : { id: options.policy },
    input: household.input,
    incomes: evaluation.incomes,
    needs: evaluation.needs,
    figures: evaluation.figures,
    balance: evaluation.balance,
    ...(evaluation.levers === null ? {} : { levers: evaluation.levers }),
    ...(evaluation.aid === null ? {} : { aid: evaluation.aid }),
    quality: evaluation.quality,
    assumptions: evaluation.assumptions,
    open: evaluation.open,
    notices: evaluation.notices,
    overrides: evaluation.overrides,
    warnings: evaluation.warnings,
    ...(evaluation.nodes === null || options.trace === 'none'
      ? {}
      : { trace: { level: options.trace, nodes: evaluation.nodes } }),
  });
}

/** Adds the seal as a property that is computed on first reading: who does not look does not pay. */
export function sealed(document: Unsealed): Assessment {
  return Object.defineProperty(document, 'seal', SEAL) as Assessment;
}

const seals = new WeakMap<object, string>();

/** One getter for all documents: one of its own for each would make the engine keep a shape, and with it the document, until a full collection. */
const SEAL: PropertyDescriptor = {
  enumerable: true,
  configurable: true,
  get(this: object): string {
    let seal = seals.get(this);
    if (seal === undefined) seals.set(this, (seal = sealOf(this)));
    return seal;
  },
};

/** The seal of a document: SHA-256 of the canonical text of it without its `seal`. */
export function sealOf(document: object): string {
  return sha256Of(canonicalText(withoutSeal(document)));
}

/** A document without its seal, which is not computed for it. */
export function withoutSeal<T extends object>(document: T): Omit<T, 'seal'> {
  const keys = Object.keys(document).filter((key) => key !== 'seal') as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, document[key]])) as Omit<T, 'seal'>;
}

/** The bytes of a document file: keys in the order of the document, two blanks an indent, a line feed at the end. */
export function canonicalText(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
