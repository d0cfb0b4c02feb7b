// What is compared, one row each: the workload, the peer, both commands, and the ratio that is wanted at least.

import {
  asCommand,
  type Command,
  check,
  DOCUMENTS,
  onOneCore,
  ours,
  plain,
  program,
  python,
  vitest,
  whole,
} from './commands.ts';

export interface Row {
  readonly workload: string;
  readonly peer: string;
  readonly ours: Command;
  readonly theirs: Command;
  /** Their time over ours, at least. */
  readonly target: number;
  /** Needs nothing but npm. */
  readonly quick?: boolean;
  /** Takes so long that this many repetitions are enough. */
  readonly reps?: number;
}

const SAMPLING = 'sampling, shapes 1–8, 1,000 cases a claim';
const CLAIMS = 'bench/peers/claims.md';
const SIZES = [4, 16, 64, 256];
const exact = (n: number): Row[] =>
  (
    [
      ['gradcheck, slow', 'slow'],
      ['gradcheck of the claim, fast', 'claim-fast'],
      ['claim against functional.jacobian', 'jac'],
    ] as const
  ).map(([name, mode]) => ({
    workload: `Jacobian claim, exact, two points, k = n = ${n}`,
    peer: `torch: ${name}`,
    ours: ours('exact', String(n)),
    theirs: python('torch_check', `--mode ${mode} --size ${n} --cases 10`, 'median_s'),
    target: 1,
  }));

export const ROWS: readonly Row[] = [
  {
    workload: SAMPLING,
    peer: 'fast-check + ml-matrix',
    ours: asCommand(ours('sampling', '1000')),
    theirs: plain('1000'),
    target: 10,
    quick: true,
  },
  {
    workload: SAMPLING,
    peer: 'Hypothesis + NumPy',
    ours: asCommand(ours('sampling', '1000')),
    theirs: python('hyp_props', '--cases 1000 --size 8'),
    target: 350,
  },
  {
    workload: `${SAMPLING} (warm)`,
    peer: 'fast-check + ml-matrix (warm)',
    ours: ours('sampling-warm', '1000'),
    theirs: plain('1000', '--warm'),
    target: 10,
    quick: true,
  },
  {
    workload: `${SAMPLING} (warm)`,
    peer: 'Hypothesis + NumPy',
    ours: ours('sampling-warm', '1000'),
    theirs: python('hyp_props', '--cases 1000 --size 8'),
    target: 350,
  },
  {
    workload: 'whole process, 100 cases a claim',
    peer: 'Hypothesis + NumPy',
    ours: check(CLAIMS, '--runs', '100'),
    theirs: whole(python('hyp_props', '--cases 100 --size 8')),
    target: 10,
  },
  {
    workload: 'whole process, 100 cases a claim',
    peer: 'Vitest + fast-check + ml-matrix',
    ours: check(CLAIMS, '--runs', '100'),
    theirs: vitest('--cases 100 --size 8'),
    target: 5,
  },
  {
    workload: 'whole process, 100 cases a claim',
    peer: 'fast-check + ml-matrix',
    ours: check(CLAIMS, '--runs', '100'),
    theirs: whole(plain('100')),
    target: 1.3,
    quick: true,
  },
  {
    workload: 'certainty, all shapes proved (warm)',
    peer: 'Hypothesis + NumPy, 1,000 cases a claim',
    ours: ours('proof'),
    theirs: python('hyp_props', '--cases 1000 --size 8'),
    target: 10_000,
  },
  ...SIZES.flatMap(exact),
  {
    workload: 'proof of the four claims (warm)',
    peer: 'SymPy at the fixed shape 4×4',
    ours: ours('proof'),
    theirs: python('sympy_ident', '--size 4 --cases 1'),
    target: 1000,
  },
  {
    workload: 'four false claims to their smallest example',
    peer: 'Hypothesis + NumPy',
    ours: ours('refutation'),
    theirs: python('hyp_props', '--cases 1000 --wrong 1'),
    target: 10,
  },
  {
    workload: 'four false claims to their smallest example',
    peer: 'fast-check + ml-matrix (not minimal)',
    ours: ours('refutation'),
    theirs: plain('1000', '--slip'),
    target: 1,
    quick: true,
  },
  {
    workload: 'whole process, cold: the example read, judged, reported',
    peer: 'python3 -c "import torch"',
    ours: check('examples/hadamard-jacobian.md'),
    theirs: program('/usr/bin/python3', '-c', 'import torch'),
    target: 6,
  },
  {
    workload: '1,000 documents on all cores',
    peer: 'the same on one core',
    ours: check(DOCUMENTS),
    theirs: onOneCore(check(DOCUMENTS)),
    target: 1.7,
    reps: 1,
  },
];
