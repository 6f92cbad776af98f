import type { Diagnostic } from '../model/diagnostic.js';
import type { Place } from '../model/pack.js';

/** Collects findings while files are read and linked; nothing is thrown, so that all are told at once. */
export interface Report {
  readonly findings: Diagnostic[];
  error(code: string, place: Place | readonly CaptionedPlace[], message: string, hint?: string): void;
  warning(code: string, place: Place | readonly CaptionedPlace[], message: string, hint?: string): void;
}

export interface CaptionedPlace extends Place {
  readonly caption?: string;
}

export function createReport(): Report {
  const findings: Diagnostic[] = [];
  const seen = new Set<string>();
  const add = (
    severity: 'error' | 'warning',
    code: string,
    place: Place | readonly CaptionedPlace[],
    message: string,
    hint?: string,
  ): void => {
    const places = Array.isArray(place) ? (place as readonly CaptionedPlace[]) : [place as Place];
    const first = places[0];
    const key = `${code}|${first?.file}|${first?.line}|${first?.column}|${message}`;
    if (seen.has(key)) return;
    seen.add(key);
    findings.push({
      code,
      severity,
      message,
      ...(hint === undefined ? {} : { hint }),
      places: places.map((p) => ({ ...p })),
    });
  };
  return {
    findings,
    error: (code, place, message, hint) => add('error', code, place, message, hint),
    warning: (code, place, message, hint) => add('warning', code, place, message, hint),
  };
}

/** By file, then line, then column: the order in which a reader mends them. */
export function inOrderOfPlace(findings: readonly Diagnostic[]): Diagnostic[] {
  return [...findings].sort((a, b) => {
    const [p, q] = [a.places[0], b.places[0]];
    if (p === undefined || q === undefined) return (p === undefined ? 1 : 0) - (q === undefined ? 1 : 0);
    if (p.file !== q.file) return p.file < q.file ? -1 : 1;
    return p.line - q.line || p.column - q.column;
  });
}
