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
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.42; }
  nav, .fold.data, .fold:not([open]) { display: none; }
  .top { margin-bottom: 3mm; }
  .sheet { border: 0; border-radius: 0; padding: 0; }
  .sheet + .sheet { break-before: page; margin-top: 0; }
  .section { margin-top: 7mm; }
  .blocks, .part, .list { display: block; }
  .blocks > * + *, .part > * + *, .list > li + li { margin-top: 2.5mm; }
  .blocks { margin-top: 3mm; }
  .list > li + li { margin-top: 1mm; }
  .part { margin-top: 5mm; }
  .assumptions dl { columns: 2; column-gap: 8mm; display: block; }
  .assumptions dl > div { padding: 0.4mm 0; }
  .charts .blocks { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; }
  .charts .blocks > * + * { margin-top: 0; }
  h3, h4, h5, .heads, summary, figcaption, thead { break-after: avoid; break-inside: avoid; }
  tr, figure, .verdict, .steps > li, .lines > li > p, summary, dl > div, .list > li { break-inside: avoid; }
  .quality table, .aid table { break-inside: avoid; }
  .steps > li { padding-top: 0.5rem; padding-bottom: 0.5rem; }
  .steps > li::before { top: 0.5rem; }
  th, td, .line { padding-top: 0.18rem; padding-bottom: 0.18rem; }
  .why { padding: 0.4rem 0.7rem; border-left: 2px solid var(--rule); border-radius: 0; }
  details:not([open]) > summary .label::before { visibility: hidden; width: 0; margin-right: 0; }
  a { text-decoration: none; }
}`;
