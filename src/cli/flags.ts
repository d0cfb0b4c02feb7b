// Flags of V8 for our command. By default V8 optimises whatever has run a little, in every thread anew, and collects garbage with helper
// threads that find no core free when every core has a worker: for one document and for a thousand that costs more than it saves.

/** Each with the major versions of Node that know it; others would complain. */
const FLAGS: readonly (readonly [flag: string, from: number, to: number])[] = [
  ['--interrupt-budget=600000', 20, 21],
  ['--no-parallel-scavenge', 20, 24],
  ['--no-concurrent-marking', 20, 24],
  ['--no-concurrent-sweeping', 20, 24],
];
const major = Number.parseInt(process.versions.node, 10);

export const V8_FLAGS: readonly string[] = FLAGS.flatMap(([flag, from, to]) =>
  from <= major && major <= to ? [flag] : [],
);
