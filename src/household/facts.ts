import { dateParts } from '../calendar/month.js';
import type { Fact, Span } from '../model/facts.js';
import { didYouMean } from '../model/near.js';
import { refuse, type Findings, type Path } from './findings.js';
import type { Said } from './household.js';
import type { FactKey } from './names.js';
import { mustBeKnown } from './required.js';
import { readRole } from './roles.js';
import { decimalOf, shareOf, shorten, textOf } from './scalars.js';

/** What is possible where the pack names no range: no share below 0, ages from 0 to 120 years. */
const NATURAL: Partial<Record<Fact['type'], Span>> = {
  share: { from: '0', below: null },
  age: { from: '0', below: '121' },
};

/** What somebody wrote under a key, added to what is said; `at` is the path of the map the key stands in. */
export function readKey(
  known: FactKey,
  raw: unknown,
  at: Path,
  key: string,
  said: Record<string, Said>,
  findings: Findings,
): void {
  const { id, fact, words } = known;
  if (said[fact.id] !== undefined) {
    const message = `"${fact.id}" stands here under its former name, too`;
    refuse(findings, 'duplicate-key', [...at, key], message, 'Keep the new name alone.');
    return;
  }
  if (fact.id !== id) findings.warnings.push({ code: 'renamed', names: [id, fact.id], path: [...at, key] });
  if (typeof raw === 'string' && words?.has(raw) === true) {
    said[fact.id] = raw;
    return;
  }
  const path = [...at, key];
  const value = fact.id === 'person.role' ? readRole(raw, path, findings) : readFact(fact, raw, path, findings);
  if (value !== undefined) said[fact.id] = value;
}

/** What somebody said of a fact, typed by the fact; undefined when it was refused. */
export function readFact(fact: Fact, raw: unknown, path: Path, findings: Findings): Said | undefined {
  const text = textOf(raw, path, findings);
  if (text === null) return undefined;
  if (text === 'unknown') return saidUnknown(fact, path, findings);
  switch (fact.type) {
    case 'yes-no':
      return oneOf(text, ['yes', 'no'], path, findings);
    case 'one-of':
      return oneOf(text, fact.values, path, findings);
    case 'date':
    case 'month':
      if (dateParts(text) === null) {
        refuse(
          findings,
          'not-a-date',
          path,
          `"${shorten(text)}" is no date`,
          'Write year-month-day, for example 2017-03-02.',
        );
        return undefined;
      }
      return text;
    default:
      return readNumber(fact, text, path, findings);
  }
}

function saidUnknown(fact: Fact, path: Path, findings: Findings): null | undefined {
  if (!fact.required) return null;
  mustBeKnown(fact, path, findings);
  return undefined;
}

function oneOf(text: string, words: readonly string[], path: Path, findings: Findings): Said | undefined {
  if (words.includes(text)) return text;
  refuse(
    findings,
    'unknown-value',
    path,
    `"${shorten(text)}" is not one of the answers`,
    didYouMean(text, [...words, 'unknown']),
  );
  return undefined;
}

function readNumber(fact: Fact, text: string, path: Path, findings: Findings): Said | undefined {
  const value = fact.type === 'share' ? shareOf(text) : decimalOf(withoutUnit(text, fact.unit));
  if (value === null) {
    const example = fact.type === 'share' ? '"50%" or 0.5' : fact.unit === null ? '2' : `"2 ${fact.unit}" or 2`;
    refuse(
      findings,
      'not-a-number',
      path,
      `"${shorten(text)}" is not a number`,
      `Write plain digits, for example ${example}.`,
    );
    return undefined;
  }
  if ((fact.type === 'whole' || fact.type === 'age') && value.includes('.')) {
    refuse(findings, 'not-whole', path, `${value} is not a whole number`, 'Write a whole number.');
    return undefined;
  }
  const range = fact.range ?? NATURAL[fact.type] ?? null;
  if (range !== null && !within(value, range)) {
    refuse(
      findings,
      'out-of-range',
      path,
      `${shorten(text)} is outside what is possible`,
      `Write a value ${spanText(range)}.`,
    );
    return undefined;
  }
  if (fact.type === 'share' && fact.range === null && Number(value) > 1) {
    refuse(
      findings,
      'out-of-range',
      path,
      `${shorten(text)} is more than the whole`,
      'A share lies between 0% and 100%.',
    );
    return undefined;
  }
  if (fact.plausible !== null && !within(value, fact.plausible))
    findings.warnings.push({ code: 'implausible', names: [fact.id], path });
  return value;
}

function withoutUnit(text: string, unit: string | null): string {
  return unit !== null && text.endsWith(` ${unit}`) ? text.slice(0, -unit.length).trim() : text;
}

/** Bounds and values are short decimals, told apart by a double. */
export function within(value: string, span: Span): boolean {
  const number = Number(value);
  return (span.from === null || number >= Number(span.from)) && (span.below === null || number < Number(span.below));
}

function spanText(span: Span): string {
  if (span.from === null) return `below ${span.below ?? ''}`;
  return span.below === null ? `of ${span.from} or more` : `from ${span.from} to below ${span.below}`;
}
