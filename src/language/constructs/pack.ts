import { monthIndex } from '../../calendar/month.js';
import type { PackInfo } from '../../model/model.js';
import type { Report } from '../report.js';
import { hasShape } from '../shapes/shape-errors.js';
import { decimal, id, months, strict, text, version, wordList, words } from '../shapes/shape.js';
import type { Raw } from '../reading/tree.js';

/** `pack: { … }`: one in a pack. */
export const packSchema = strict({
  id,
  version,
  language: words('1'),
  currency: id,
  per: words('month'),
  languages: wordList,
  covers: months,
  baskets: wordList,
  rounding: strict({ lines: decimal }),
  calendar: strict({ weeks: decimal, days: decimal }),
});

/** `overlay: { id, on }`: one in an overlay, in place of `pack`. */
export const overlaySchema = strict({ id, on: text, version: version.optional() });

/** Links `pack`. Null after a finding. */
export function linkPack(raw: Raw, overlays: readonly string[], report: Report): PackInfo | null {
  if (!hasShape(packSchema, raw, 'pack', report)) return null;
  const [from, to] = raw.covers.text.split('..');
  const covers = [monthIndex(from ?? ''), monthIndex(to ?? '')] as const;
  if (covers[0] === null || covers[1] === null) {
    report.error(
      'wrong-value',
      raw.covers.place,
      'covers names a first and a last month',
      'Write covers: 2024-01..2025-12.',
    );
    return null;
  }
  if (!/^[A-Z]{3}$/.test(raw.currency.text)) {
    report.error(
      'wrong-value',
      raw.currency.place,
      `${raw.currency.text} is no currency`,
      'Write its three letters: EUR.',
    );
    return null;
  }
  if (Number(raw.rounding.lines.text) <= 0) {
    report.error('wrong-value', raw.rounding.lines.place, 'lines are rounded to a number above 0', 'Write 0.01.');
    return null;
  }
  return {
    id: raw.id.text,
    version: raw.version.text,
    language: Number(raw.language.text),
    currency: raw.currency.text,
    languages: raw.languages.map((language) => language.text),
    covers: [covers[0], covers[1]],
    baskets: raw.baskets.map((basket) => basket.text),
    rounding: raw.rounding.lines.text,
    calendar: { weeks: raw.calendar.weeks.text, days: raw.calendar.days.text },
    overlays,
  };
}
