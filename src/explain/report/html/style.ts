import type { Html } from './element.js';
import { ANSWER } from './style/answer.js';
import { LAYOUT } from './style/layout.js';
import { PRINT } from './style/print.js';
import { TABLES } from './style/tables.js';
import { THEME } from './style/theme.js';

/** The page's look, without anything to load. */
export const STYLE = `<style>${[THEME, LAYOUT, ANSWER, TABLES, PRINT].join('')}\n</style>` as Html;
