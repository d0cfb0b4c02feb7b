// The shelf of mistakes: each must be refuted, and its right form must hold.

import { rows } from './mistakes.ts';
import { describeMistakes } from './suite.ts';

describeMistakes('mistakes', rows);
