import { tryLaws } from './try-laws.js';

tryLaws('be', 'others');
