/** The verdict, the steps to take, and the charts. */
export const ANSWER = `
.verdict { border-radius: 12px; padding: 1.4rem 1.6rem; border-left: 6px solid; display: grid; gap: 0.6rem; }
.verdict.short { background: var(--tint-short); border-color: var(--short); }
.verdict.left { background: var(--tint-left); border-color: var(--left); }
.answer { font-size: 1.15rem; display: flex; flex-wrap: wrap; gap: 0 0.6rem; align-items: baseline; }
.answer strong { font-size: 1.9rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.verdict.short strong { color: var(--short); }
.verdict.left strong { color: var(--left); }
.measures { margin-top: 0.4rem; gap: 0.7rem; }
.measures > div { grid-template-columns: 1fr auto; gap: 0.15rem 1rem; padding: 0; }
.measures dt { color: var(--ink); }
.measures dd { font-variant-numeric: tabular-nums; text-align: right; }
.measures .bar-cell { grid-column: 1 / -1; }
.strip { display: block; width: 100%; height: 12px; border-radius: 3px; }
.strip.shares { height: 16px; }
.charts .blocks { grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 2rem 3rem; }
figure { min-width: 0; }
figcaption { margin-bottom: 0.75rem; }
figcaption .note { margin-top: 0.2rem; }
.chart { display: block; width: 100%; max-width: 27rem; height: auto; font-size: 12.5px; font-family: inherit; }
.chart text { fill: var(--ink); paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
.chart .amount { font-variant-numeric: tabular-nums; }
.chart text.strong { font-weight: 650; }
.plot { max-width: 44rem; }
.plot .tick { fill: var(--soft); font-variant-numeric: tabular-nums; }
.plot .axis { stroke-width: 1.5; }
.plot line, .curve, .small-line polyline { vector-effect: non-scaling-stroke; }
.grid { stroke: var(--rule); stroke-width: 1; }
.curve { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
.curve.alone { stroke: var(--income); }
.curve.aided { stroke: var(--left); stroke-dasharray: 2 6; }
.small-line { display: block; width: 7.5rem; height: 1.5rem; overflow: visible; }
.small-line polyline { fill: none; stroke: var(--income); stroke-width: 1.75; stroke-linejoin: round; stroke-linecap: round; }
.small-line circle { fill: var(--income); }
.axis { stroke: var(--soft); stroke-width: 1; }
.lead { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 2 2; }
.track { fill: var(--track); }
.mark { fill: var(--mark); }
@media (max-width: 40rem) { .answer strong { font-size: 1.6rem; } .verdict { padding: 1.2rem 1.25rem; } }
@media (min-width: 40rem) { .plot { font-size: 7.2px; } .plot text { stroke-width: 2px; } }
${['income', 'need', 'short', 'left', 'beyond', 'given', 'official', 'published', 'press', 'assumption'].map((tone) => `.bar.${tone} { fill: var(--${tone}); }`).join('\n')}
.steps { list-style: none; padding: 0; counter-reset: step; display: grid; gap: 0.7rem; }
.steps > li { counter-increment: step; position: relative; border: 1px solid var(--rule); border-radius: 10px; padding: 0.85rem 1.1rem 0.85rem 3.4rem; }
.steps > li::before {
  content: counter(step); position: absolute; left: 1rem; top: 0.85rem; width: 1.6rem; height: 1.6rem; border-radius: 50%;
  background: var(--left); color: var(--card); font-weight: 650; font-size: 0.9rem; display: grid; place-items: center;
}
.step { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; font-weight: 600; }
.step .number { color: var(--left); margin-left: auto; }
.steps ul { list-style: none; padding: 0; margin-top: 0.2rem; color: var(--soft); font-size: 0.95rem; }`;
