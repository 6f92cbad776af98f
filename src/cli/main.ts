#!/usr/bin/env node
import { run } from './program.js';
import { witnessThread } from './witness-thread.js';

const colour = process.stderr.isTTY && process.env['NO_COLOR'] === undefined;
const { exit, out, notes } = await run(process.argv.slice(2), colour, witnessThread);
// A reader such as `head` may have closed its end: that is no fault.
process.stdout.on('error', () => process.exit(exit));
process.stderr.write(notes);
if (exit === 0) process.stdout.write(out);
process.exitCode = exit;
