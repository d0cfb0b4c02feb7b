// The shelf of mistakes: each must be refuted, and its right form must hold.

import { loadMistakes, mistakesOf } from './catalogue/table.ts';
import { describeUnits } from './suite.ts';

describeUnits('mistakes', mistakesOf(await loadMistakes()));
