/** How far the Belgian pack, raw and calibrated, lies from each published figure: `npm run distance`. */
import { distances, distanceText } from './belgium/distance.js';
import { fittedFactors } from './belgium/fit.js';
import { packOf } from './belgium/study.js';

const raw = packOf('be');
process.stdout.write(distanceText(distances(raw, packOf('be-calibrated')), fittedFactors(raw)));
