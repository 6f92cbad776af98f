/** refbudget/load: packs from YAML texts, with every mistake told at once (file, line, column, hint). */
export { loadPack, type LoadOptions, type SourceText } from './language/load.js';
