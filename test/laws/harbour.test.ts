import { tryLaws } from './try-laws.js';

tryLaws('harbour', 'others');
