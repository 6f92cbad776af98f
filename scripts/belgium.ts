/** Writes docs/belgium.md from the pack: `npm run belgium`. */
import { writeFileSync } from 'node:fs';
import { distances } from './belgium/distance.js';
import { documentText } from './belgium/document.js';
import { fittedFactors } from './belgium/fit.js';
import { packOf } from './belgium/study.js';

const raw = packOf('be');
writeFileSync('docs/belgium.md', documentText(raw, distances(raw, packOf('be-calibrated')), fittedFactors(raw)));
