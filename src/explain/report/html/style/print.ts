/** A4: no ground, no ways to other places, nothing torn apart; what is folded stays folded, the file's baskets stand open. */
export const PRINT = `
@page { size: A4; margin: 16mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #55616b; } }
@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff; --card: #ffffff; --ink: #000000; --soft: #444c54; --rule: #c6cbcf; --track: #e8eaec; --link: #000000;
    --income: #1f6299; --need: #7b8893; --short: #a03b14; --left: #0b665f; --beyond: #d98b63; --mark: #000000;
    --fixed: #3a5f8a; --living: #0f766e; --reserve: #8f5c00;
    --given: #1f4e79; --official: #0f766e; --published: #5b9bb8; --press: #8a78b0; --assumption: #d9a441;
    --tint-short: #fbf0ea; --tint-left: #eaf4f2;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 9.2pt; }
  body { max-width: none; padding: 0; line-height: 1.42; }
  nav, .fold.data, .fold:not([open]) { display: none; }
  .top { margin-bottom: 3mm; }
  .sheet { border: 0; border-radius: 0; padding: 0; }
  .sheet + .sheet { break-before: page; margin-top: 0; }
  .section { margin-top: 5.5mm; }
  .blocks, .part, .list { display: block; }
  .blocks > * + *, .part > * + *, .list > li + li { margin-top: 2.5mm; }
  .blocks { margin-top: 3mm; }
  .list > li + li { margin-top: 1mm; }
  .part { margin-top: 5mm; }
  /* on paper many short points run on, one after the other */
  .list.short { columns: auto; padding: 0; }
  .list.short > li { display: inline; }
  .list.short > li + li::before { content: " · "; }
  #family .levers .part .list { columns: 2; column-gap: 8mm; }
  .assumptions dl { columns: 2; column-gap: 8mm; display: block; }
  .assumptions dl > div { grid-template-columns: 3fr 2fr; padding: 0.4mm 0; }
  .charts .blocks { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; }
  .charts .blocks > * + * { margin-top: 0; }
  /* the baskets of fixed, living and reserve costs stand side by side, unless one was unfolded */
  #family .plan .blocks:not(:has(details[open])) { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); align-items: start; break-inside: avoid; }
  #family .plan .blocks:not(:has(details[open])) > .part { margin-top: 0; }
  #family .plan .blocks { gap: 6mm; }
  #family .plan .line { grid-template-columns: minmax(0, 1fr) auto; padding-top: 0.1rem; padding-bottom: 0.1rem; font-size: 8.5pt; }
  #family .plan h4 { font-size: 9pt; }
  #family .plan .note { font-size: 8pt; }
  #family .quality .blocks { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 10mm; align-items: center; break-inside: avoid; }
  #family .quality .blocks > p { grid-column: 1 / -1; }
  #family .quality .blocks > * + * { margin-top: 0; }
  #family .versions dl, #family .versions dl > div { display: flex; flex-wrap: wrap; gap: 0 2mm; }
  #family .versions dl > div { margin-right: 6mm; }
  /* what the policy pays, and beside it how that is computed */
  .aid .blocks { display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 10mm; align-items: start; }
  .aid .blocks > * + * { margin-top: 0; }
  .aid .blocks > p, .aid .part ~ .part { grid-column: 1 / -1; }
  h3, h4, h5, .heads, summary, figcaption, thead { break-after: avoid; break-inside: avoid; }
  .blocks > .note:first-child, .assumptions .blocks > p { break-after: avoid; }
  .list details:not([open]) > summary { list-style: none; }
  .list details:not([open]) > summary::-webkit-details-marker { display: none; }
  tr, figure, .verdict, .steps > li, .lines > li > p, summary, dl > div, .list > li { break-inside: avoid; }
  .quality table, .aid table, .aid .part, .incomes table, #family .saving .blocks > table { break-inside: avoid; }
  .steps { gap: 1.5mm; }
  .steps > li { padding-top: 0.35rem; padding-bottom: 0.35rem; }
  .steps > li::before { top: 0.35rem; }
  th, td, .line { padding-top: 0.18rem; padding-bottom: 0.18rem; }
  .why { padding: 0.4rem 0.7rem; border-left: 2px solid var(--rule); border-radius: 0; }
  details:not([open]) > summary .label::before { visibility: hidden; width: 0; margin-right: 0; }
  a { text-decoration: none; }
}`;
