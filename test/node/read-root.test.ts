import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packsOf, readRoot } from '../../src/node/read-root.js';

let root = '';
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'root-'))));
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, content: string | Buffer): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

function files(pack: string): readonly string[] {
  const read = readRoot(root, pack);
  return read.ok ? read.value.map((one) => one.file) : read.errors.map((one) => one.code);
}

describe('a knowledge root', () => {
  test('gives the YAML and CSV files of one pack, sorted, and nothing else', () => {
    write('rules/isle/pack.yaml', 'pack: {}');
    write('rules/isle/deep/rates.csv', 'a,b');
    write('rules/isle/README.md', 'words');
    write('rules/isle/.hidden.yaml', 'a: 1');
    write('baskets/isle/food.yaml', 'needs: {}');
    write('rules/other/pack.yaml', 'pack: {}');
    expect(files('isle')).toEqual(['baskets/isle/food.yaml', 'rules/isle/deep/rates.csv', 'rules/isle/pack.yaml']);
    expect(packsOf(root)).toEqual(['isle', 'other']);
  });

  test('gives with an overlay the pack that it lies on', () => {
    write('rules/isle/pack.yaml', 'pack: {}');
    write('rules/study/overlay.yaml', '# a study\noverlay: { id: study, on: isle ^1.0 }');
    write('rules/again/overlay.yaml', 'overlay: { id: again, on: study ^1.0 }');
    expect(files('again')).toEqual(['rules/again/overlay.yaml', 'rules/isle/pack.yaml', 'rules/study/overlay.yaml']);
  });

  test('does not end in a circle of overlays', () => {
    write('rules/a/overlay.yaml', 'overlay: { id: a, on: b ^1.0 }');
    write('rules/b/overlay.yaml', 'overlay: { id: b, on: a ^1.0 }');
    expect(files('a')).toEqual(['rules/a/overlay.yaml', 'rules/b/overlay.yaml']);
  });

  test('is never left: not by a name, not by a link, also not by an overlay', () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.yaml'), 'a: 1');
    write('rules/isle/pack.yaml', 'pack: {}');
    write('rules/up/overlay.yaml', 'overlay: { id: up, on: ../../etc }');
    expect(files('../isle')).toEqual(['outside-root']);
    expect(files('up')).toEqual(['outside-root']);
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'rules/isle/link.yaml'));
    expect(files('isle')).toEqual(['outside-root']);
    rmSync(join(root, 'rules/isle/link.yaml'));
    symlinkSync(outside, join(root, 'rules/isle/folder'));
    expect(files('isle')).toEqual(['outside-root']);
    rmSync(outside, { recursive: true });
  });

  test('may hold links that stay inside, also in a circle', () => {
    write('rules/isle/pack.yaml', 'pack: {}');
    symlinkSync(join(root, 'rules/isle'), join(root, 'rules/isle/again'));
    expect(files('isle')).toEqual(['rules/isle/pack.yaml']);
  });

  test('tells every file that is no text, and every file that is too large', () => {
    write('rules/isle/binary.yaml', Buffer.from([0x61, 0x00, 0x62]));
    write('rules/isle/latin.yaml', Buffer.from([0x61, 0xe9, 0x62]));
    write('rules/isle/large.yaml', '');
    truncateSync(join(root, 'rules/isle/large.yaml'), 5_000_001);
    expect(files('isle')).toEqual(['not-text', 'too-large', 'not-text']);
  });

  test('is refused when it is larger than 50 MB in all', () => {
    for (let i = 0; i < 11; i++) write(`rules/isle/part-${i}.csv`, 'x'.repeat(4_900_000));
    expect(files('isle')).toEqual(['too-large']);
  });

  test('without the pack asked for names the packs it has', () => {
    write('rules/isle/pack.yaml', 'pack: {}');
    const read = readRoot(root, 'island');
    expect(read).toMatchObject({ ok: false, errors: [{ code: 'not-found', hint: 'Packs here: isle.' }] });
  });

  test('that does not exist is not found', () => {
    expect(readRoot(join(root, 'nowhere'), 'isle')).toMatchObject({ ok: false, errors: [{ code: 'not-found' }] });
  });
});
