import { PACKS } from './packs.js';
import { tryLaws } from './try-laws.js';

tryLaws(PACKS[1], 'others');
