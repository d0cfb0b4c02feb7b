// Judges everything in properties/ and says how long that takes: `npm run catalogue [-- --accept] [--runs N]`.
//   verdicts that depart from their pins are listed and make the exit code 1
//   --accept writes them to reports/verdicts.json, and the pages in docs/ anew from the rows;
//   an identity that does not hold, or a mistake that does, is never accepted

import { parseArgs } from 'node:util';
import { pagesOf } from '../properties/catalogue/pages.ts';
import { departure, inadmissible, type Pins, readPins, writePins } from '../properties/catalogue/pins.ts';
import {
  chapterNames,
  derivationNames,
  loadChapter,
  loadDerivation,
  loadMistakes,
  mistakesOf,
  unitsOf,
} from '../properties/catalogue/table.ts';
import { judge, VERDICTS, type Verdict, type VerdictName } from '../src/index.ts';
import { writeAtomically } from '../src/report/files.ts';

const { values } = parseArgs({ options: { accept: { type: 'boolean' }, runs: { type: 'string' } } });
const runs = values.runs ? Number(values.runs) : undefined;

const started = performance.now();
const chapters = await Promise.all(chapterNames().map(loadChapter));
const mistakes = await loadMistakes();
const identities = unitsOf(chapters);
const units = [...identities, ...mistakesOf(mistakes), ...derivationNames().map(loadDerivation)];
const built = performance.now();

const verdicts = new Map<string, Map<string, VerdictName>>();
const refuted = new Map<string, Verdict>();
const refused: string[] = [];
for (const unit of units) {
  const { claims, contradictions } = await judge(unit.document, { runs });
  for (const { claim, says } of contradictions)
    refused.push(`${unit.chapter}: two judges contradict each other on "${claim.text}": ${says.join('; ')}`);
  const of = verdicts.get(unit.chapter) ?? new Map<string, VerdictName>();
  verdicts.set(unit.chapter, of);
  unit.claims.forEach((claim, i) => {
    const { verdict } = claims[i]!;
    const { name } = verdict;
    of.set(claim.name, name);
    if (claim.mistake) refuted.set(claim.name, verdict);
    const never = inadmissible(claim, name);
    if (never) refused.push(`${unit.chapter}: "${claim.name}": ${never}`);
  });
}
const done = performance.now();

const counts = new Map<VerdictName, number>();
for (const { name } of chapters)
  for (const verdict of verdicts.get(name)?.values() ?? [])
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
const share = VERDICTS.filter(v => counts.has(v)).map(
  v => `${counts.get(v)} ${v} (${((100 * counts.get(v)!) / identities.length).toFixed(1)} %)`,
);
console.log(`${identities.length} identities in ${chapters.length} chapters: ${share.join(', ')}`);
const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const { user, system } = process.cpuUsage();
console.log(
  `read and elaborated in ${seconds(built - started)}, judged in ${seconds(done - built)}, on one thread; ${seconds((user + system) / 1000)} of processor time in all`,
);

if (refused.length) {
  console.error(refused.join('\n'));
  process.exitCode = 1;
} else if (values.accept) {
  await writePins(verdicts);
  for (const [path, text] of pagesOf({ chapters, mistakes, pins: verdicts, refuted }))
    await writeAtomically(path, text);
  console.log('the verdicts are pinned, and the pages in docs/ are written');
} else {
  const pins: Pins = readPins();
  const departures = units.flatMap(unit =>
    unit.claims
      .map(c => departure(pins, unit, c, verdicts.get(unit.chapter)!.get(c.name)!))
      .filter(d => d !== null),
  );
  if (departures.length) console.error(departures.join('\n'));
  process.exitCode = departures.length ? 1 : 0;
}
