import { Refusal } from './outcome.js';

/** True for what `assess --format json` wrote, or something that claims to be that. */
export function isDocumentText(text: string): boolean {
  return /^\s*\{\s*"format"\s*:/.test(text);
}

/** One error for a document that stands where a household should, in place of one for each of its keys. */
export function mustBeHousehold(file: string, text: string): void {
  if (!isDocumentText(text)) return;
  throw new Refusal([
    {
      code: 'document-given',
      severity: 'error',
      message: `${file}: this is a document written by assess, not a household`,
      hint: "Name the household's file. Of documents: refbudget verify FILE.json, refbudget compare A.json B.json.",
      places: [],
    },
  ]);
}
