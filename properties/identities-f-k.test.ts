// The chapters from f to k: adding an identity is adding a row to a chapter, adding a chapter is adding a file.

import { chapterNames, loadChapter, unitsOf } from './catalogue/table.ts';
import { describeUnits } from './suite.ts';

for (const name of chapterNames('f', 'k')) describeUnits(name, unitsOf([await loadChapter(name)]));
