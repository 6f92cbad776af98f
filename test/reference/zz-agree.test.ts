import { it } from 'vitest';
import { filesBelow } from '../language/read-test-pack.js';
import { loadPack } from '../../src/language/load.js';
import { assess } from '../../src/assessment/assess.js';
import { assessByReference } from '../../src/verify/assess-by-reference.js';
import { differences, traceDifferences } from '../../src/verify/compare.js';
import { parse } from 'yaml';
import { readFileSync, readdirSync } from 'node:fs';
for (const [id, root] of [['isle','test/packs/isle'],['harbour','test/packs/harbour'],['sweden','test/packs/sweden'],['be','.']] as const)
it(id, async () => {
  const r = loadPack(filesBelow(root), { pack: id });
  if (!r.ok) { console.log(r.errors.slice(0,10).map(e => `${e.code} ${e.message} ${JSON.stringify(e.places[0])}`).join('\n')); return; }
  const pack = r.value;
  let dir = root === '.' ? 'examples/households' : root + '/households';
  for (const f of readdirSync(dir)) {
    const h = parse(readFileSync(dir + '/' + f, 'utf8'), { schema: 'failsafe' });
    for (const policy of [null, ...pack.model.policies.map(p => p.id)])
    try {
      const a = JSON.parse(JSON.stringify(await assessByReference(pack, h, { policy })));
      let b: any;
      try { b = JSON.parse(JSON.stringify(assess(pack as any, h, { policy }))); } catch (e: any) { console.log(id, f, policy, 'compiled:', e.message.slice(0, 300)); continue; }
      const diff = Object.keys(a).filter(k => k !== 'seal').flatMap(k => k === 'trace' ? traceDifferences(a[k], b[k]) : differences('blocks', [k], a[k], b[k]));
      console.log(id, f, policy, diff.length, diff.slice(0, 12).map(d => `${d.path.map(x => typeof x === 'number' && d.path[1] === 'nodes' && d.path[0] === 'trace' && d.path.indexOf(x) === 2 ? a.trace.nodes[x].id : x).join('.')} ref=${d.expected?.slice(0,150)} comp=${d.found?.slice(0,150)}`).join('\n   '));
    } catch (e: any) { console.log(id, f, e.diagnostics ? JSON.stringify(e.diagnostics) : e.stack); }
  }
});
