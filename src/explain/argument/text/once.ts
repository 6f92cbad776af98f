import type { Told } from './told.js';

/** What stands below a sentence is worth pointing back to from so many sentences on. */
const LONG = 3;

/**
 * What stands below a sentence of an answer is told once: where the very same stands below another further down, `seen`
 * says so in its place. The answers themselves keep what they have.
 */
export function toldOnce(answers: readonly Told[], seen: string): readonly Told[] {
  const known = new Set<string>();
  const once = ({ says, below }: Told): Told => {
    if (sizeOf(below) < LONG) return { says, below };
    const key = JSON.stringify(below);
    if (known.has(key)) return { says: `${says} (${seen})`, below: [] };
    known.add(key);
    return { says, below: below.map(once) };
  };
  return answers.map(({ says, below }) => ({
    says,
    below: below.map((one) => ({ says: one.says, below: one.below.map(once) })),
  }));
}

const sizeOf = (told: readonly Told[]): number => told.reduce((sum, { below }) => sum + 1 + sizeOf(below), 0);
