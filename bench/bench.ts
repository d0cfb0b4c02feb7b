// `npm run bench [FILE]`: a document through the whole way, cold and warm. `npm run bench -- --peers`: beside other tools (peers/run.ts).

import { comparePeers } from './peers/run.ts';
import { timeDocument } from './seed.ts';

const args = process.argv.slice(2);
if (args.includes('--peers')) await comparePeers(args);
else await timeDocument(args[0]);
