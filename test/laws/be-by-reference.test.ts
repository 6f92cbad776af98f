import { tryLaws } from './try-laws.js';

tryLaws('be', 'by reference');
