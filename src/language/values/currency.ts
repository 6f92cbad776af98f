import type { Place } from '../../model/pack.js';
import type { Context } from '../context.js';
import { parseUnit, type Unit } from './unit.js';

/** Tells a unit in another currency than the pack's: nothing could ever be made of it. */
export function refuseOtherCurrency(unit: Unit, place: Place, context: Context): boolean {
  const { currency } = context.info;
  const other = [...unit.top, ...unit.bottom].find((word) => /^[A-Z]{3}$/.test(word) && word !== currency);
  if (other === undefined) return false;
  context.report.error(
    'unknown-unit',
    place,
    `${other} is not the currency of this pack`,
    `Write ${currency}; a rate of exchange is a factor.`,
  );
  return true;
}

/** Reads a declared unit: `EUR/month`, `kWh`, `factor`. Null after a finding. */
export function declaredUnit(scalar: { readonly text: string; readonly place: Place }, context: Context): Unit | null {
  const unit = parseUnit(scalar.text);
  if (unit === null) {
    context.report.error(
      'unknown-unit',
      scalar.place,
      `${scalar.text} is no unit`,
      `Write ${context.info.currency}/month, kWh, hour, or factor.`,
    );
    return null;
  }
  return refuseOtherCurrency(unit, scalar.place, context) ? null : unit;
}
