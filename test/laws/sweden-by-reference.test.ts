import { tryLaws } from './try-laws.js';

tryLaws('sweden', 'by reference');
