// Long work lets others have a turn: the progress display, Ctrl-C, a page.

/** Milliseconds of work between two turns. */
const TURN = 50;

export class Turns {
  #last = performance.now();

  /** Lets others go first, if it is time. */
  async give(): Promise<void> {
    if (performance.now() - this.#last < TURN) return;
    await new Promise(resolve => setTimeout(resolve));
    this.#last = performance.now();
  }
}
