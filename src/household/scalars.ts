import { refuse, type Findings, type Path } from './findings.js';
import type { Paid } from './household.js';

/** A number that is not below 0 in plain digits, as a pattern of text. */
export const DIGITS = '(?:0|[1-9]\\d*)(?:\\.\\d+)?';

const DECIMAL = new RegExp(`^-?${DIGITS}$`);
const DIGITS_OF_A_DOUBLE = 15;
/** After an amount: 320 EUR/year. */
export const PERIODS = ['day', 'week', 'month', 'year'] as const;

/** A number or text as trimmed text; booleans, lists, maps and over-long JSON numbers are refused. */
export function textOf(raw: unknown, path: Path, findings: Findings): string | null {
  if (typeof raw === 'string') return raw.trim();
  if (typeof raw === 'number') {
    const text = String(raw);
    if (!Number.isFinite(raw) || text.includes('e')) {
      return refuse(
        findings,
        'not-a-number',
        path,
        `${text} cannot be read exactly`,
        'Write it as text in plain digits, for example "1450.50".',
      );
    }
    if (text.replace(/^-?0?\.?0*|[-.]/g, '').length > DIGITS_OF_A_DOUBLE) {
      return refuse(
        findings,
        'too-many-digits',
        path,
        `a JSON number keeps ${DIGITS_OF_A_DOUBLE} digits only`,
        'Write it as text, for example "1450.50".',
      );
    }
    return text;
  }
  if (typeof raw === 'boolean') {
    return refuse(findings, 'boolean', path, `${String(raw)} is no answer here`, 'Write "yes", "no" or "unknown".');
  }
  return refuse(findings, 'wrong-type', path, `expected one value, found ${kindOf(raw)}`, 'Write a number or a text.');
}

/** What a value is, in words of the files. */
export function kindOf(raw: unknown): string {
  if (raw === null || raw === undefined) return 'nothing';
  if (Array.isArray(raw)) return 'a list';
  return typeof raw === 'object' ? 'a map' : `a ${typeof raw}`;
}

/** A plain decimal in canonical form ("007" is refused, "1.50" becomes "1.5"); null when it is none. */
export function decimalOf(text: string): string | null {
  if (!DECIMAL.test(text)) return null;
  const short = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return short === '-0' ? '0' : short;
}

/** "50%" or "0.5" as "0.5", by moving the point; null when it is neither. */
export function shareOf(text: string): string | null {
  if (!text.endsWith('%')) return decimalOf(text);
  const percent = decimalOf(text.slice(0, -1).trim());
  if (percent === null) return null;
  const [whole, fraction = ''] = percent.replace('-', '').split('.') as [string, string?];
  const digits = whole.padStart(3, '0');
  const moved = `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`.replace(/^0+(?=\d)/, '');
  return decimalOf((percent.startsWith('-') ? '-' : '') + moved);
}

/** A number that is its own canonical text: not below 0, few digits, no exponent; null for all else. */
function plainNumber(raw: unknown): string | null {
  if (typeof raw !== 'number' || !((raw >= 1e-6 && raw < 1e15) || raw === 0)) return null;
  const text = String(raw);
  return text.length <= DIGITS_OF_A_DOUBLE ? text : null;
}

/** "690", "320 EUR/year": a plain decimal and its period (a month when none is written). Negative amounts are refused. */
export function paidOf(raw: unknown, currency: string, at: Path, key: string, findings: Findings): Paid | null {
  const plain = plainNumber(raw);
  if (plain !== null) return { amount: plain, period: 'month' };
  const path = [...at, key];
  const text = typeof raw === 'boolean' ? String(raw) : textOf(raw, path, findings);
  if (text === null) return null;
  const [number = '', unit, ...rest] = text.split(/\s+/);
  const amount = decimalOf(number);
  const [money = '', ...periods] = unit === undefined ? [currency] : unit.split('/');
  const period = periods.length === 0 ? 'month' : periods.join('/');
  if (amount === null || rest.length > 0 || money !== currency) {
    const meant = amountMeant(text, currency);
    if (amount !== null && rest.length === 0 && meant === null)
      return refuse(
        findings,
        'wrong-currency',
        path,
        `the amount is in "${shorten(money)}"`,
        `This pack counts in ${currency}.`,
      );
    return refuse(
      findings,
      'not-an-amount',
      path,
      `"${shorten(text)}" is not an amount`,
      meant ?? `Write 690, "690 ${currency}/month" or "320 ${currency}/year".`,
    );
  }
  const known = PERIODS.find((name) => name === period);
  if (known === undefined) {
    return refuse(
      findings,
      'wrong-period',
      path,
      `"${shorten(period)}" is no period`,
      'Write day, week, month or year.',
    );
  }
  if (amount.startsWith('-'))
    return refuse(
      findings,
      'negative-amount',
      path,
      `the amount ${amount} is below 0`,
      'Write an amount of 0 or more.',
    );
  return { amount, period: known };
}

/** What to write in place of "1450,50". */
export const withPoint = (number: string): string => `Write decimals with a point: ${number.replace(',', '.')}.`;

/** An amount as people write it: thousands apart, cents behind a comma (or the other way round), a sign of money. */
const AS_PEOPLE_WRITE = /^(\d{1,3}(?:[.'’ ]\d{3})+|\d+)(?:,(\d+))?$|^(\d{1,3}(?:,\d{3})+)\.(\d+)$/;

/** Signs of currencies as people write them; another currency's is no sign of the pack's. */
const SIGNS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥' };

/** What to write in place of "1.450,50 €", "1 450" or "€1450"; null where that is not plain to see. */
function amountMeant(text: string, currency: string): string | null {
  const bare = text
    .replace(SIGNS[currency] ?? currency, '')
    .replace(currency, '')
    .replace(/\s+/g, ' ')
    .trim();
  const parts = AS_PEOPLE_WRITE.exec(bare);
  if (parts === null) return null;
  const [, whole = parts[3]!, cents = parts[4]] = parts;
  const digits = whole.replace(/\D/g, '');
  if (whole === digits && cents !== undefined) return withPoint(`${digits},${cents}`);
  return `Write plain digits: ${digits}${cents === undefined ? '' : `.${cents}`}.`;
}

/** A text for a message: never a whole hostile document. */
export function shorten(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]/gu, '·');
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}

/** A map with string keys, or an error. */
export function mapOf(raw: unknown, path: Path, findings: Findings): Record<string, unknown> | null {
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return raw as Record<string, unknown>;
  return refuse(
    findings,
    'wrong-type',
    path,
    `expected a map of names and values, found ${kindOf(raw)}`,
    'Write "name: value" lines.',
  );
}

/** A list, or an error. */
export function listOf(raw: unknown, path: Path, findings: Findings): readonly unknown[] | null {
  if (Array.isArray(raw)) return raw as readonly unknown[];
  return refuse(
    findings,
    'wrong-type',
    path,
    `expected a list, found ${kindOf(raw)}`,
    'Write one entry a line, each beginning with "- ".',
  );
}
