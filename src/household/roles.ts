import { didYouMean } from '../model/near.js';
import { refuse, type Findings, type Path } from './findings.js';
import type { Said } from './household.js';
import { shorten, textOf } from './scalars.js';

/** What somebody is in the household: one head, at most one partner. */
export const ROLES = ['head', 'partner', 'child', 'parent', 'other'] as const;

export function readRole(raw: unknown, path: Path, findings: Findings): Said | undefined {
  const text = textOf(raw, path, findings);
  if (text === null) return undefined;
  if ((ROLES as readonly string[]).includes(text)) return text;
  refuse(findings, 'unknown-value', path, `"${shorten(text)}" is no role`, didYouMean(text, ROLES));
  return undefined;
}
