import { tryLaws } from './try-laws.js';

tryLaws('sweden', 'others');
