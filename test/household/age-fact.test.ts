import { describe, expect, it } from 'vitest';
import { readFact } from '../../src/household/facts.js';
import { noFindings } from '../../src/household/findings.js';
import { factOf } from '../../src/model/facts.js';

const LEFT_HOME = factOf({ id: 'person.left-home', scope: 'person', type: 'age' });

function codesOf(said: string): readonly string[] {
  const findings = noFindings();
  readFact(LEFT_HOME, said, ['persons', 0, 'left-home'], findings);
  return findings.errors.map(({ code }) => code);
}

describe('a fact that is an age', () => {
  it.each(['0', '17', '120', 'unknown'])('takes %s', (said) => {
    expect(codesOf(said)).toEqual([]);
  });

  it.each(['-1', '121', '500'])('refuses %s, which no table needs to have a row for', (said) => {
    expect(codesOf(said)).toEqual(['out-of-range']);
  });
});
