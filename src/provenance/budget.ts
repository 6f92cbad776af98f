import type { Assessment } from '../assessment/document.js';
import { Exact, money, placesOf } from '../decimal/exact.js';
import type { Money, Status } from '../model/value.js';
import type { Model, Source } from '../model/model.js';
import type { Pack } from '../model/pack.js';
import { sourcesBehind } from './behind-line.js';

/** Where one line's reference comes from. */
export interface LineSources {
  readonly id: string;
  readonly need: Money;
  /** The weakest number of the need and of the reference. */
  readonly status: { readonly need: Status; readonly reference: Status };
  readonly priceSourced: boolean;
  /** Ids of `sources`, sorted; empty when every number is a reasoned assumption. */
  readonly sources: readonly string[];
}

/** A source of the pack and the lines of one budget in which it has a part. */
export interface UsedSource extends Source {
  readonly lines: readonly string[];
  /** The month references of these lines: how much of the budget the source has a say in, not how much it proves. */
  readonly touches: Money;
}

export interface BudgetSources {
  readonly quality: Assessment['quality'];
  readonly need: Money;
  readonly lines: readonly LineSources[];
  /** Those that have a part in most money first. */
  readonly sources: readonly UsedSource[];
}

/** Where the numbers of a budget come from. Needs a document with its full trace. */
export function budgetSources({ model }: Pack, assessment: Assessment): BudgetSources {
  const behind = sourcesBehind(model, assessment);
  const lines = assessment.needs.lines.map((line) => ({
    id: line.id,
    need: line.need,
    status: { need: line.status.need, reference: line.status.reference },
    priceSourced: line.priceSourced,
    sources: behind(line),
  }));
  return { quality: assessment.quality, need: assessment.needs.need, lines, sources: used(model, assessment, lines) };
}

function used(model: Model, { needs }: Assessment, lines: readonly LineSources[]): readonly UsedSource[] {
  const places = placesOf(model.pack.rounding);
  const found = model.sources.flatMap((source) => {
    const touched = needs.lines.filter((_, at) => lines[at]!.sources.includes(source.id));
    if (touched.length === 0) return [];
    const sum = touched.reduce((total, line) => total.add(line.reference), new Exact(0));
    return [{ ...source, lines: touched.map(({ id }) => id), touches: money(sum, places) }];
  });
  return found.sort((a, b) => new Exact(b.touches).cmp(a.touches));
}
