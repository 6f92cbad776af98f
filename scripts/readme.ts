/** Writes what the commands print into the console blocks of the README and of the cases: `npm run readme`. The tests hold both against each other. */
import { withTranscript } from '../test/cli/ask/transcript.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { filled, pages } from './console-blocks.js';

for (const page of pages()) writeFileSync(page, withTranscript(await filled(readFileSync(page, 'utf8'))));
