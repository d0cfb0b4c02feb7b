// The command. Only options are read here; what does the work is loaded when it is needed, so that --help and --version are instant.

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { DeriveCall } from './cli/derive.ts';
import type { CallOptions } from './cli/settle.ts';
import { FORMATS } from './report/formats.ts';
import { EXIT } from './report/summary.ts';

const wholeNumber = (text: string): number => {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('Give a whole number, such as 100.');
  return Number(text);
};

const formats = FORMATS.map(f => `  ${f.name.padEnd(9)} ${f.summary}`).join('\n');

const program = new Command('rederive')
  .description('Is that right? Judges every "=" of a matrix-calculus derivation.')
  .version(manifest.version)
  .exitOverride()
  .showHelpAfterError('(rederive --help and rederive check --help show what there is)')
  .addHelpText(
    'after',
    `
Examples:
  rederive check notes.md              judge a document: Markdown, LaTeX, a notebook, plain text
  rederive check < notes.md            judge what is piped in
  rederive check docs --min proved     a gate for CI; rederive check --help has all of it
  rederive explain notes.md:12         why the claims of line 12 hold, or which terms do not cancel
  rederive derive "x^T A x" --wrt x --where "A: n×n, x: n"   the right answer`,
  );

program
  .command('check')
  .description('judge every claim of the files (Markdown, LaTeX or plain text)')
  .argument(
    '[FILE...]',
    'files, directories and patterns to judge; - is standard input, which is also read when it is piped and nothing is named',
  )
  .addOption(
    new Option('--format <name>', 'form of the report').choices(FORMATS.map(f => f.name)).default('pretty'),
  )
  .option('--output <file>', 'write the report to a file')
  .addOption(new Option('--seed <text>', 'same seed, same report').env('REDERIVE_SEED'))
  .option('--runs <n>', 'floating-point instances for each claim', wholeNumber)
  .addOption(
    new Option('--layout <name>', 'how ∂F/∂X is arranged; auto finds what the document uses')
      .choices(['auto', 'numerator', 'denominator', 'gradient'])
      .default(undefined, 'auto'),
  )
  .addOption(
    new Option('--min <verdict>', 'weakest verdict that is good enough')
      .choices(['proved', 'verified', 'supported'])
      .default(undefined, 'supported'),
  )
  .option('--baseline <file>', 'let the failures pass that this file knows; only new ones count')
  .option('--write-baseline <file>', 'write all present failures as a baseline')
  .option('--changed [revision]', 'only files that changed against a git revision (HEAD unless named)')
  .option('--config <file>', 'configuration; by default rederive.config.json, .ts or .js in this folder')
  .addOption(
    new Option(
      '--reports <dir>',
      'where counterexamples are written, and those of earlier runs are found',
    ).default(undefined, 'reports'),
  )
  .option('--no-reports', 'write no counterexamples')
  .option(
    '--replay <file>',
    'evaluate a stored counterexample again, on its own or against the claim of FILE',
  )
  .addHelpText(
    'after',
    `
Formats:
${formats}

Exit codes, the first that applies:
  70  a bug of ours: two judges contradict each other, or something unexpected
  1   a claim is refuted, a misfit, or below --min
  2   something could not be read, or the call was wrong
  0   every claim holds`,
  )
  .action(async (files: string[], call: CallOptions) => {
    const options = await (await import('./cli/settle.ts')).settle(call, manifest.version);
    if (options === null) process.exitCode = EXIT.unreadable;
    else if (options.replay)
      process.exitCode = await (await import('./cli/replay.ts')).replayFile(options.replay, files, options);
    else process.exitCode = await (await import('./cli/check.ts')).check(files, options);
  });

program
  .command('explain')
  .description('show both sides of the claims of a line in index notation, term by term')
  .argument('<FILE:LINE>', 'a file, with the line of the claims (all claims without one)')
  .action(async (place: string) => {
    process.exitCode = await (await import('./cli/explain.ts')).explainPlace(place);
  });

program
  .command('derive')
  .description('give the differential, the derivative and the Hessian of a function, judged')
  .argument('<FUNCTION>', 'a function as text, such as "x^T A x"')
  .requiredOption('--wrt <letter>', 'the variable to differentiate by')
  .requiredOption('--where <declarations>', 'what the letters are: "A: n×n, x: n, W: diagonal k×k"')
  .addOption(
    new Option(
      '--layout <name>',
      'gradient for scalar functions and numerator for others, unless told',
    ).choices(['numerator', 'denominator', 'gradient']),
  )
  .addOption(
    new Option('--format <name>', 'all of it, or the derivative alone')
      .choices(['pretty', 'json', 'latex', 'numpy', 'javascript'])
      .default('pretty'),
  )
  .addOption(new Option('--seed <text>', 'same seed, same trials').env('REDERIVE_SEED'))
  .action(async (text: string, call: DeriveCall) => {
    process.exitCode = await (await import('./cli/derive.ts')).deriveText(text, call);
  });

/** What escaped every other handler is our bug: one line, and the stack only for those who ask for it. */
const fail = (error: unknown): void => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`rederive: a bug of ours: ${message}\n`);
  if (process.env.REDERIVE_DEBUG) process.stderr.write(`${(error as Error)?.stack ?? ''}\n`);
  else process.stderr.write('  set REDERIVE_DEBUG=1 to see where; please report it with the document\n');
  process.exitCode = EXIT.bug;
};

/** A reader that has seen enough (`| head`) closes the pipe: no error. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
process.on('uncaughtException', error => {
  fail(error);
  process.exit();
});

/** A thread that judges files has no arguments: only then need it be asked. */
const isThread = async (): Promise<boolean> =>
  process.argv.length === 2 && !(await import('node:worker_threads')).isMainThread;

const run = async (): Promise<void> => {
  try {
    if (await isThread()) await (await import('./cli/worker.ts')).work();
    else await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT.unreadable;
    else fail(error);
  }
};
void run();
