/** The published figures that the Belgian pack is held against, in the order in which they are printed. */
import { CARS } from './published/cars.js';
import { CHILDREN } from './published/children.js';
import type { Figure } from './published/figure.js';
import { STUDENTS } from './published/students.js';
import { TOTALS } from './published/totals.js';

export const FIGURES: readonly Figure[] = [...TOTALS, ...CHILDREN, ...STUDENTS, ...CARS];
