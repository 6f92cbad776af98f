#!/usr/bin/env node
import { availableParallelism } from 'node:os';
import { run } from './program.js';
import { witnessThread } from './witness-thread.js';

const colour = process.stderr.isTTY && process.env['NO_COLOR'] === undefined;
// Where there is one processor alone, another thread only costs.
const startWitness = availableParallelism() > 1 ? witnessThread : undefined;
const { exit, out, notes } = await run(process.argv.slice(2), colour, startWitness);
// A reader such as `head` may have closed its end: that is no fault.
process.stdout.on('error', () => process.exit(exit));
process.stderr.write(notes);
if (exit === 0) process.stdout.write(out);
process.exitCode = exit;
