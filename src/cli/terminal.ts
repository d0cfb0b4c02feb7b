// What the command shows while it works, and how it is stopped. A pipe and a CI get no progress display.

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

/** One line on standard error, rewritten: claims done and the rate. */
export const progress = (path: string) => {
  const shows = process.stderr.isTTY === true && !process.env.CI;
  const started = performance.now();
  let last = started + PATIENCE - EVERY;
  let shown = false;
  return {
    update: (done: number, total: number): void => {
      const now = performance.now();
      if (!shows || now - last < EVERY) return;
      last = now;
      shown = true;
      const rate = (done / (now - started)) * 1000;
      process.stderr.write(`\r\u001b[2K${path}: ${done} of ${total} claims, ${rate.toPrecision(2)} a second`);
    },
    done: (): void => {
      if (shown) process.stderr.write('\r\u001b[2K');
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
