/** Tables, lines that unfold, and how both fold into cards on a narrow screen. */
export const TABLES = `
table { border-collapse: collapse; width: 100%; font-size: 0.95rem; }
th, td { padding: 0.42rem 0 0.42rem 1rem; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--rule); }
th:first-child, td:first-child { padding-left: 0; }
td:not(.number):not(:first-child) { min-width: 6.4rem; }
thead th, thead td { color: var(--soft); font-size: 0.86rem; vertical-align: bottom; }
/* a date is not torn apart */
.sources td:nth-child(3) { white-space: nowrap; }
td.way { width: 8.5rem; vertical-align: middle; padding-top: 0.2rem; padding-bottom: 0.2rem; }
th.number, td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.total > th, .total > td, .line.total { font-weight: 650; }
tr.over > td:last-child { color: var(--short); font-weight: 600; }
tr.under > td:last-child { color: var(--income); font-weight: 600; }
${['given', 'official', 'published', 'press', 'assumption'].map((tone) => `tr.${tone} > th::before { background: var(--${tone}); }`).join('\n')}
${['given', 'official', 'published', 'press', 'assumption'].map((tone) => `tr.${tone} > th::before`).join(', ')} {
  content: ""; display: inline-block; width: 0.8rem; height: 0.8rem; border-radius: 3px; margin-right: 0.55rem; vertical-align: -0.05rem;
}
.line { display: grid; grid-template-columns: minmax(0, 1fr) repeat(var(--amounts, 1), 6.6rem); gap: 0 0.75rem; align-items: baseline; padding: 0.4rem 0; }
.amounts-3 { --amounts: 3; }
.line.heads { color: var(--soft); font-size: 0.86rem; padding: 0; }
.line.heads span { text-align: right; }
.lines, .lines ul { list-style: none; padding: 0; }
.lines > li { border-bottom: 1px solid var(--rule); }
.lines > li > details > ul { padding: 0 0 0.6rem 1.3rem; font-size: 0.95rem; }
.line.total { border-top: 2px solid var(--rule); margin-top: -1px; }
summary { cursor: pointer; }
summary.line { list-style: none; }
summary.line::-webkit-details-marker { display: none; }
summary .label::before {
  content: ""; display: inline-block; width: 0.42rem; height: 0.42rem; margin: 0 0.6rem 0.1rem 0.1rem; border: solid var(--soft);
  border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); transition: transform 0.12s;
}
details[open] > summary .label::before { transform: rotate(45deg); }
.line.plain .label { padding-left: 1.15rem; }
.basket > summary { font-weight: 550; }
.why { margin: 0.15rem 0 0.7rem 1.15rem; padding: 0.8rem 1rem; background: var(--ground); border-radius: 8px; display: grid; gap: 0.6rem; grid-template-columns: minmax(0, 1fr); font-size: 0.92rem; }
.why dl > div { grid-template-columns: minmax(7rem, 14rem) minmax(0, 1fr); }
.fold > summary { color: var(--link); padding: 0.3rem 0; width: fit-content; }
.fold > table { margin-top: 0.4rem; }
@media (prefers-reduced-motion: reduce) { summary .label::before { transition: none; } }
@media (max-width: 40rem) {
  .amounts-3 .line, .line.amounts-3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .line.heads.amounts-3 { display: none; }
  .amounts-3 .line .label, .amounts-3.line .label { grid-column: 1 / -1; }
  .amounts-3 .line .number, .amounts-3.line .number { text-align: left; font-size: 0.9rem; }
  .amounts-3 .line .number .hidden, .amounts-3.line .number .hidden { position: static; display: block; width: auto; height: auto; clip-path: none; color: var(--soft); font-size: 0.78rem; font-weight: 400; }
  .line { grid-template-columns: minmax(0, 1fr) auto; }
  .why { margin-left: 0; padding: 0.7rem 0.8rem; }
  .why dl > div { grid-template-columns: minmax(0, 1fr); }
  .lines > li > details > ul { padding-left: 0.6rem; }
  .compact { font-size: 0.84rem; }
  .compact th, .compact td { padding-left: 0.4rem; overflow-wrap: anywhere; }
  .compact tr > :first-child { padding-left: 0; }
  .compact thead th { font-size: 0.78rem; }
  .tight, .tight thead th { font-size: 0.74rem; }
  .tight th, .tight td { padding-left: 0.25rem; }
  .tight tr > :first-child { width: 2.6rem; }
  .folds thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .folds tbody { display: block; }
  .folds tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.1rem 0.75rem; padding: 0.5rem 0; border-bottom: 1px solid var(--rule); }
  .overrides .folds tbody td:last-child { grid-column: 1 / -1; }
  .sources .folds tr { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .folds tbody th { grid-column: 1 / -1; padding: 0; border: 0; font-weight: 550; }
  .folds tbody td, .folds tbody td:not(.number):not(:first-child) { min-width: 0; padding: 0; border: 0; text-align: left; white-space: normal; font-size: 0.9rem; }
  .folds tr:has(.way) > th { grid-column: 1 / span 2; }
  .folds td.way { grid-column: 3; grid-row: 1; padding: 0; border: 0; width: auto; }
  .folds td.way svg { width: 100%; }
  .folds td[data-head]::before { content: attr(data-head); display: block; color: var(--soft); font-size: 0.78rem; font-weight: 400; }
}`;
