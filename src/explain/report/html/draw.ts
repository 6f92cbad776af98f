import type { Block } from '../view.js';
import type { Html } from './element.js';

/** Draws a block; headings in it begin at `level`. */
export type Draw = (block: Block, level: number) => Html;
