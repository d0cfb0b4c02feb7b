// `npm run bench [FILE]`: a document through the whole way, cold and warm. With --peers beside other tools (peers/run.ts), with --prover
// the prover alone (prover.ts), with --growth how cost grows (growth.ts).

import { measureGrowth } from './growth.ts';
import { comparePeers } from './peers/run.ts';
import { timeProver } from './prover.ts';
import { timeDocument } from './seed.ts';

const args = process.argv.slice(2);
if (args.includes('--peers')) await comparePeers(args);
else if (args.includes('--prover')) await timeProver();
else if (args.includes('--growth')) await measureGrowth();
else await timeDocument(args[0]);
