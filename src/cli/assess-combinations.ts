import type { AssessCommand } from './assess-options.js';
import type { Format } from './formats.js';
import { badOption } from './outcome.js';

/** `--what-if`, `--income` and `--months` each give a page of their own. */
const TRIALS = ['whatIf', 'income', 'months'] as const;

/** What only the assessment of the household as it is has. */
const OF_THE_ASSESSMENT = ['sheet', 'trace', 'levers', 'redact'] as const;

/** The one that is asked, as it is written; exit code 2 for options that say nothing together. */
export function trialOf(options: AssessCommand, format: Format): '--what-if' | '--income' | '--months' | null {
  const [asked, ...more] = TRIALS.filter((one) => options[one] !== undefined);
  if (more.length > 0) throw badOption('--what-if, --income and --months are asked one at a time', 'Keep one of them.');
  if (asked === undefined) {
    if (options.sheet !== undefined && format !== 'html' && format !== 'markdown')
      throw badOption(`--sheet chooses a sheet of the report, not of ${format}`, 'Add --format html or markdown.');
    if (options.lines === true && format !== 'text')
      throw badOption(`--lines unfolds the text; ${format} has every line`, 'Leave out --lines.');
    if (options.trace !== undefined && format === 'text')
      throw badOption('--trace says nothing about the text', 'Leave out --trace, or add --format json.');
    return null;
  }
  const name = asked === 'whatIf' ? '--what-if' : (`--${asked}` as const);
  const idle = OF_THE_ASSESSMENT.find((one) => options[one] !== undefined);
  if (idle !== undefined) throw badOption(`--${idle} says nothing about ${name}`, `Leave out --${idle} or ${name}.`);
  if (options.input === false)
    throw badOption(`--no-input says nothing about ${name}`, `Leave out --no-input or ${name}.`);
  if (options.lines === true && asked !== 'whatIf')
    throw badOption(`--lines says nothing about ${name}`, `Leave out --lines or ${name}.`);
  if (options.lines === true && format === 'html')
    throw badOption('--lines unfolds the text; html has every line', 'Leave out --lines.');
  if (asked === 'months' && options.month !== undefined)
    throw badOption('--months already says which months', 'Leave out --month.');
  return name;
}
