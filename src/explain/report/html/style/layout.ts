/** The page, its headings and texts. */
export const LAYOUT = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 60rem; padding: 2.5rem 1.5rem 4rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, h6 { margin: 0; line-height: 1.25; font-weight: 650; text-wrap: balance; }
h1 { font-size: 1.9rem; letter-spacing: -0.01em; }
h2 { font-size: 1.35rem; }
h3 { font-size: 1.2rem; }
h4 { font-size: 1.02rem; }
p, ul, ol, dl, figure, table { margin: 0; }
ul, ol { padding-left: 1.25rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--income); outline-offset: 2px; border-radius: 3px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.note, .persons { color: var(--soft); font-size: 0.92rem; }
.strong { font-weight: 600; }
.top { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; align-items: baseline; justify-content: space-between; margin-bottom: 1.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; list-style: none; padding: 0; }
nav a { display: inline-block; padding: 0.25rem 0; }
.sheet { background: var(--card); border: 1px solid var(--rule); border-radius: 14px; padding: 2.25rem 2.5rem 2.5rem; }
.sheet + .sheet { margin-top: 3rem; }
.persons { list-style: none; padding: 0; margin-top: 0.4rem; }
.section { margin-top: 2.75rem; }
.section > h3 { padding-bottom: 0.5rem; border-bottom: 2px solid var(--rule); }
.balance > h3 { border: 0; padding: 0; }
.blocks { display: grid; gap: 1.1rem; margin-top: 1.1rem; grid-template-columns: minmax(0, 1fr); }
.part { display: grid; gap: 0.5rem; grid-template-columns: minmax(0, 1fr); margin-top: 0.75rem; }
.part > h4 { display: flex; justify-content: space-between; gap: 1rem; align-items: baseline; }
.part.fixed > h4, .part.living > h4, .part.reserve > h4 { padding-left: 0.7rem; border-left: 5px solid; font-size: 1.08rem; }
.part.fixed > h4 { border-color: var(--fixed); }
.part.living > h4 { border-color: var(--living); }
.part.reserve > h4 { border-color: var(--reserve); }
.list { display: grid; gap: 0.45rem; }
.list > li:has(> details) { list-style: none; margin-left: -1.25rem; }
.list.short { display: block; columns: 17rem; column-gap: 2rem; color: var(--soft); font-size: 0.95rem; }
.list.short > li { break-inside: avoid; margin-bottom: 0.25rem; }
.list ul { color: var(--soft); font-size: 0.95rem; }
dl { display: grid; gap: 0.35rem; }
dl > div { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0.25rem 1.25rem; }
dt { color: var(--soft); }
dd { margin: 0; }
@media (max-width: 40rem) {
  body { padding: 1.25rem 0.75rem 2.5rem; }
  h1 { font-size: 1.5rem; }
  .sheet { padding: 1.4rem 1.1rem 1.75rem; border-radius: 10px; }
  .section { margin-top: 2.25rem; }
  dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; padding-bottom: 0.35rem; }
}`;
