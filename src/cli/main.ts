#!/usr/bin/env node
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { run } from './program.js';
import { witnessThread } from './witness-thread.js';

// A command is over before most of what V8 optimises pays. The V8 of Node 20 has no quick compiler in between: let it wait
// six times as long, and a fifth of the time is saved. Later ones have one, and no such flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');

const colour = process.stderr.isTTY && process.env['NO_COLOR'] === undefined;
// Where there is one processor alone, another thread only costs.
const startWitness = availableParallelism() > 1 ? witnessThread : undefined;
const { exit, out, notes } = await run(process.argv.slice(2), colour, startWitness);
// A reader such as `head` may have closed its end: that is no fault.
process.stdout.on('error', () => process.exit(exit));
process.stderr.write(notes);
if (exit === 0) process.stdout.write(out);
process.exitCode = exit;
