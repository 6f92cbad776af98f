import { describe, expect, it } from 'vitest';
import { readHousehold } from '../../src/household/read.js';
import { loadLinked } from '../../src/language/load.js';
import { parseHousehold } from '../../src/node/household-file.js';
import type { SourceText } from '../../src/language/linked.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { baseFiles, expectedPlace, filesOf, householdCases, packCases } from './apply-case.js';

function findings(files: readonly SourceText[], pack = 'town'): readonly Diagnostic[] {
  const result = loadLinked(files, { pack });
  return result.ok ? result.warnings : result.errors;
}

function placeText(finding: Diagnostic | undefined): string {
  const [place] = finding?.places ?? [];
  return place === undefined ? 'nowhere' : `${place.file}:${place.line}:${place.column}`;
}

function inputOf(text: string): unknown {
  const parsed = parseHousehold('household.yaml', text);
  if ('errors' in parsed) throw new Error(parsed.errors.map(({ message }) => message).join('\n'));
  return parsed.value.input;
}

/** A finding as a person reads it: code and place, what is wrong, what to do, other places. */
function readAloud({ code, message, hint, path, places }: Diagnostic): string {
  const [first, ...others] = places.map(
    ({ file, line, column, caption }) => `${file}:${line}:${column}${caption === undefined ? '' : ` ${caption}`}`,
  );
  const place = first ?? (path ?? []).join('.');
  return [`  ${code} ${place}`, message, hint ?? '', ...others].filter((line) => line !== '').join('\n    ');
}

const aloud = (name: string, found: readonly Diagnostic[]): string => [name, ...found.map(readAloud)].join('\n');

describe('a broken pack', () => {
  it('is broken by the case alone: the good pack has nothing to tell', () => {
    expect(findings(baseFiles())).toEqual([]);
  });

  it('has at least fifty cases, each of its own name', () => {
    const names = packCases().map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(50);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(packCases().map((broken) => [broken.name, broken] as const))(
    '%s is told at its place, with a hint',
    (_, broken) => {
      const all = findings(filesOf(broken), broken.pack);
      const found = all.filter(({ code }) => code === broken.code);
      const told = all.map(
        (finding) => `${finding.code} ${placeText(finding)} ${finding.message} | ${finding.hint ?? ''}`,
      );
      expect(told.join('\n'), 'the code').toContain(broken.code);
      expect(found.map(placeText)).toContain(expectedPlace(broken));
      const here = found.find((finding) => placeText(finding) === expectedPlace(broken));
      expect(here?.hint ?? '').toContain(broken.hint);
      expect(here?.severity).toBe(broken.warning === undefined ? 'error' : 'warning');
      expect(all.filter(({ severity, code }) => severity === 'error' && code !== broken.code)).toEqual([]);
    },
  );

  it('is told in the words that were read aloud', async () => {
    const told = packCases().map((broken) => aloud(broken.name, findings(filesOf(broken), broken.pack)));
    await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('told-of-packs.txt');
  });
});

describe('a broken household', () => {
  const result = loadLinked(baseFiles(), { pack: 'town' });
  const model = result.ok ? result.value.model : null;

  it.each(householdCases().map((broken) => [broken.name, broken] as const))(
    '%s is told with its path and a hint',
    (_, broken) => {
      if (model === null) throw new Error('the good pack does not load');
      const read = readHousehold(model, inputOf(broken.text));
      const all = read.ok ? read.warnings : read.errors;
      const found = all.filter(({ code }) => code === broken.code);
      expect(all.map(({ code, path }) => `${code} ${JSON.stringify(path)}`)).toContain(
        `${broken.code} ${JSON.stringify(broken.path)}`,
      );
      expect(found[0]?.hint ?? '').toContain(broken.hint);
      expect(read.ok).toBe(broken.warning !== undefined);
    },
  );

  it('is told in the words that were read aloud', async () => {
    if (model === null) throw new Error('the good pack does not load');
    const told = householdCases().map(({ name, text }) => {
      const read = readHousehold(model, inputOf(text));
      return aloud(name, read.ok ? read.warnings : read.errors);
    });
    await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('told-of-households.txt');
  });

  it('a good one has nothing to tell', () => {
    if (model === null) throw new Error('the good pack does not load');
    const text = 'month: 2024-02\npersons: [{ id: a, role: head, age: 30 }]\ndwelling: { region: north }\n';
    expect(readHousehold(model, inputOf(text))).toMatchObject({ ok: true, warnings: [] });
  });
});
