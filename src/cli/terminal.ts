// What the command shows while it works, and how it is stopped. A pipe and a CI get no progress display.

import { clean } from '../report/text.ts';
import { VERDICTS, type VerdictName } from '../verdict/verdict.ts';

export const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** FORCE_COLOR wins over NO_COLOR, and both over what the terminal can do. */
export const wantsColor = (stream: { readonly isTTY?: boolean }, env = process.env): boolean => {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.NO_COLOR) return false;
  return stream.isTTY === true && env.TERM !== 'dumb';
};

/** Quiet at first: short work needs no display. */
const PATIENCE = 300;
const EVERY = 100;

interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line on standard error, rewritten: claims (or documents) done, the rate, and the worst verdict so far. */
export const progress = (
  path: string,
  screen: Screen = process.stderr,
  { env = process.env, clock = () => performance.now(), unit = 'claims' } = {},
) => {
  const shows = screen.isTTY === true && !env.CI;
  const started = clock();
  let last = started + PATIENCE - EVERY;
  let shown = false;
  let worst: VerdictName = 'proved';
  return {
    update: (done: number, total: number, verdict: VerdictName): void => {
      if (VERDICTS.indexOf(verdict) > VERDICTS.indexOf(worst)) worst = verdict;
      const now = clock();
      if (!shows || now - last < EVERY) return;
      last = now;
      shown = true;
      const rate = (done / (now - started)) * 1000;
      const line = `${clean(path)}: ${done} of ${total} ${unit}, ${rate.toPrecision(2)} a second, worst so far ${worst}`;
      screen.write(`\r\u001b[2K${[...line].slice(0, (screen.columns ?? 100) - 1).join('')}`);
    },
    done: (): void => {
      if (shown) screen.write('\r\u001b[2K');
    },
  };
};

/** Ctrl-C once: finish the claim at hand and write what is known. Twice: stop at once. */
export const interruption = (): AbortController => {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    controller.abort();
    tell('\nfinishing the claim at hand; Ctrl-C again stops at once');
  });
  return controller;
};
