import type { Context } from '../context.js';
import type { Block, Section } from '../view.js';

/** What the page was made with, so that it can be made again; for the file also the digest, the seal and what was noted about it. */
export function versions({ voice, assessment, audience }: Context): Section {
  const { engine, pack, month, policy } = assessment;
  const overlays =
    pack.overlays.length === 0 ? '' : ` ${voice.say('head.overlays', { list: pack.overlays.join(', ') })}`;
  const rows: (readonly [string, string])[] = [
    [voice.say('report.pack'), `${pack.id} ${pack.version}${overlays}`],
    [voice.say('report.program'), `${engine.name} ${engine.version}`],
    [voice.say('name.month'), voice.month(month)],
  ];
  if (audience === 'file') {
    rows.push([voice.say('report.policy'), policy === null ? voice.say('report.no-policy') : policy.id]);
    rows.push([voice.say('report.covers'), pack.covers.map((one) => voice.month(one)).join(' – ')]);
    rows.push([voice.say('report.digest'), pack.digest], [voice.say('report.seal'), assessment.seal]);
  }
  return { id: 'versions', title: voice.say('report.versions'), blocks: [{ kind: 'terms', rows }] };
}

/** For the file: what was passed through without being read. */
export function about({ voice, assessment }: Context): Section | null {
  const said = assessment.input?.['about'];
  if (said === undefined || said === null) return null;
  const rows =
    typeof said === 'object'
      ? Object.entries(said).map(([key, value]): readonly [string, string] => [key, written(value)])
      : [[voice.say('report.about'), written(said)] as const];
  const block: Block = { kind: 'terms', rows };
  return rows.length === 0 ? null : { id: 'about', title: voice.say('report.about'), blocks: [block] };
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
