import { readFileSync } from 'node:fs';
import type { Assessment } from '../../src/assessment/document.js';
import type { Pack } from '../../src/model/pack.js';
import { readPack } from '../../src/node/read-pack.js';

const read = readPack('test/packs/isle', 'isle');
if (!read.ok) throw new Error(read.errors.map((one) => one.message).join('\n'));

/** The worked example: its pack, and its document as it was written down by hand. */
export const isle: Pack = read.value;
export const anna = JSON.parse(readFileSync('test/packs/isle/expected/assessment.json', 'utf8')) as Assessment;

/** A document in which something was not computed. */
export function without(assessment: Assessment, ...keys: readonly ('trace' | 'levers' | 'aid')[]): Assessment {
  const entries = Object.entries(assessment).filter(([key]) => !(keys as readonly string[]).includes(key));
  return Object.fromEntries(entries) as unknown as Assessment;
}
