import { loadLinked } from '../../src/language/load.js';
import { expectedPlace, filesOf, packCases } from './apply-case.js';
for (const c of packCases()) {
  let all: any; try { const r = loadLinked(filesOf(c), { pack: c.pack ?? 'town' }); all = r.ok ? r.warnings : r.errors; } catch (e) { console.log('THROW', c.name, String(e)); continue; }
  const pl = (d: any) => `${d.places[0]?.file}:${d.places[0]?.line}:${d.places[0]?.column}`;
  const ok = all.find((d: any) => d.code === c.code && pl(d) === expectedPlace(c) && (d.hint ?? '').includes(c.hint) && d.severity === (c.warning ? 'warning' : 'error'));
  const others = all.filter((d: any) => d.severity === 'error' && d.code !== c.code);
  if (ok && others.length === 0) { if (process.argv[2]) console.log('ok', c.name, '|', ok.message, '|', ok.hint); continue; }
  console.log('XX', c.name, 'expected', c.code, expectedPlace(c), c.hint);
  for (const d of all) if (d.severity==='error'||c.warning) console.log('      ', d.severity, d.code, pl(d), '|', d.message, '|', d.hint);
}
