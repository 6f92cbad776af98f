import { tryLaws } from './try-laws.js';

tryLaws('harbour', 'by reference');
