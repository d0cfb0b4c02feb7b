// Every document in derivations/ is judged line by line: adding a derivation is adding a file.

import { derivationNames, loadDerivation } from './catalogue/table.ts';
import { describeUnits } from './suite.ts';

for (const name of derivationNames()) describeUnits(name, [loadDerivation(name)]);
