import { Command, Option, type OptionValues } from '@commander-js/extra-typings';
import { ENGINE } from '../assessment/engine.js';
import type { Outcome } from './outcome.js';
import type { Witness } from './witness.js';

/** Where commander writes help and its own complaints. */
export interface Written {
  out: string;
  notes: string;
}

const root = new Option('--root <dir>', 'folder with baskets/<pack> and rules/<pack>; the shipped packs unless given');
const pack = new Option('--pack <id>', 'a shipped pack, or one below the root');
const lang = new Option('--lang <language>', 'language of the words: fr, nl, de or en');
const month = new Option('--month <month>', 'month assessed, such as 2024-06');
const policy = new Option('--policy <id>', 'a local policy of the pack; none unless named');
const levers = new Option('--levers <how>', 'what would change the balance: none, alone or chain');
const format = new Option('--format <format>', 'text or json');
const formats = new Option('--format <format>', 'text, json, markdown or html');
const whatIf = new Option(
  '--what-if <change>',
  'what a change would do: person.presence@tom=50%; may be repeated',
).argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);
const asOf = new Option('--as-of <month>', 'month at which values count as stale');

/** Options of every command: which pack, and from where. */
const ofPack = <A extends unknown[], O extends OptionValues>(command: Command<A, O>) =>
  command.addOption(root).addOption(pack).addOption(asOf);

/** Options of every command that assesses a household. */
const ofHousehold = <A extends unknown[], O extends OptionValues>(command: Command<A, O>) =>
  ofPack(command.addOption(month).addOption(policy).addOption(lang));

/** For commands that may have nothing to assess: a document is verified, a pack is counted. */
function onFirstUse(start: () => Witness): Witness {
  let witness: Witness | null = null;
  return (...asked) => (witness ??= start())(...asked);
}

/** All commands with their arguments and options; each is loaded when it is called, and `done` is told what came of it. */
export function commandLine(
  written: Written,
  colour: boolean,
  startWitness: () => Witness,
  done: (outcome: Outcome) => unknown,
): Command {
  const cli = new Command('refbudget')
    .description('Reference budgets: what a household needs, what it has, and why.')
    .version(ENGINE.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (written.out += text),
      writeErr: (text) => (written.notes += text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError()
    .helpCommand(false);

  ofHousehold(
    cli
      .command('assess')
      .description('the monthly balance of a household')
      .argument('<file>', 'household, YAML or JSON; - for what is piped in')
      .addOption(formats)
      .option('--sheet <sheet>', 'of the report in markdown or html: family, file or both')
      .addOption(levers)
      .option('--trace <level>', 'what stands behind the numbers, not in text: none, fired or full')
      .option('--lines', 'in text: every line of each basket')
      .addOption(whatIf)
      .option('--income <income>', 'how much of an income is enough, and whether work pays: wage@anna')
      .option('--months <span>', 'month by month: 2025-01..2025-12')
      .option('--no-input', 'leave out the household as it was given; with --trace none no fact is left')
      .option('--redact', 'leave out sensitive facts and free text'),
  ).action(async (file, options) => {
    const witness = startWitness();
    const { assessCommand } = await import('./assess.js');
    done(await assessCommand(file, options, colour, witness));
  });

  ofHousehold(
    cli
      .command('explain')
      .description('why a name has its value: a line, a fact, a total, a lever, need, income, balance, aid')
      .argument('<file>', 'household, YAML or JSON; - for what is piped in')
      .argument('<name>', 'such as food.bread, food.bread@tom, balance')
      .option('--why-not', 'what stands in its way, and what would change it')
      .option('--full', 'the whole derivation in place of the reasons alone')
      .option('--audience <who>', 'family, worker or researcher')
      .addOption(formats)
      .addOption(levers),
  ).action(async (file, name, options) => {
    const witness = startWitness();
    const { explainCommand } = await import('./explain.js');
    done(await explainCommand(file, name, options, witness));
  });

  ofHousehold(
    cli
      .command('compare')
      .description('which lines moved, by how much, because of which fact, price, parameter or rule')
      .argument('<file>', 'household, or a document written by assess --format json')
      .argument('[other]', 'the second household or document')
      .option('--months <pair>', 'one household at two months: 2024-06,2025-06')
      .option('--policies <pair>', 'under two policies; none stands for no policy')
      .option('--packs <pair>', 'with two packs')
      .option('--lines', 'every line that moved')
      .addOption(formats),
  ).action(async (file, other, options) => {
    const witness = onFirstUse(startWitness);
    const { compareCommand } = await import('./compare.js');
    done(await compareCommand(file, other, options, witness));
  });

  ofPack(
    cli
      .command('ask')
      .description('fill in a household, the most useful question first, until the sign of its balance is certain')
      .argument('<file>', 'household, YAML or JSON; it may be new')
      .option('--within <amount>', 'stop when the balance is known to within this amount', '50')
      .addOption(month)
      .addOption(policy)
      .addOption(lang)
      .addOption(format),
  ).action(async (file, options) => {
    const { askCommand } = await import('./ask.js');
    done(await askCommand(file, options));
  });

  ofPack(
    cli
      .command('verify')
      .description('recompute a JSON document and compare every block and node')
      .argument('<file>', 'document written by assess --format json; - for what is piped in')
      .option('--household <file>', 'the household, when the document leaves it out'),
  ).action(async (file, options) => {
    const { verifyCommand } = await import('./verify.js');
    done(await verifyCommand(file, options));
  });

  ofHousehold(
    cli
      .command('sources')
      .description("where a budget's numbers come from, by status, source and line")
      .argument('[file]', 'household, YAML or JSON')
      .option('--count', 'count the different prices of the pack instead')
      .addOption(format),
  ).action(async (file, options) => {
    const witness = onFirstUse(startWitness);
    const { sourcesCommand } = await import('./sources.js');
    done(await sourcesCommand(file, options, witness));
  });

  ofPack(
    cli
      .command('table')
      .description('typical families of the pack, by basket; what a first child adds')
      .option('--by <fact>', 'a word of the home or the household that splits the table; none')
      .option('--child <family>', 'the family to which a first child is added')
      .addOption(month)
      .addOption(lang)
      .addOption(new Option('--format <format>', 'text, csv, markdown or json')),
  ).action(async (options) => {
    const { tableCommand } = await import('./table.js');
    done(await tableCommand(options));
  });

  ofPack(
    cli
      .command('check')
      .description('read a root and tell everything that is wrong in its files')
      .option('--strict', 'warnings count as errors'),
  ).action(async (options) => {
    const { checkCommand } = await import('./check.js');
    done(await checkCommand(options, colour));
  });

  ofPack(
    cli
      .command('test')
      .description('run the scenarios of a root')
      .option('--coverage', 'tell which definitions, cases, items and rows no scenario reaches'),
  ).action(async (options) => {
    const { testCommand } = await import('./test.js');
    done(await testCommand(options, colour));
  });

  ofPack(
    cli
      .command('schema')
      .description('JSON Schema of households of a pack, or of pack files')
      .argument('[what]', 'household or pack', 'household')
      .addOption(lang),
  ).action(async (what, options) => {
    const { schemaCommand } = await import('./schema.js');
    done(await schemaCommand(what, options));
  });

  return cli;
}
