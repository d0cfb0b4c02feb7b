// `rederive explain FILE:LINE`: the claims of a line in index notation, and why they hold or which terms do not cancel.

import { explain } from '../prove/index.ts';
import { explanationLines, refusalLines } from '../report/explanation.ts';
import { EXIT } from '../report/summary.ts';
import { load } from './input.ts';
import { understand } from './judge-file.ts';
import { tell } from './terminal.ts';

/** 0 when something was explained, 2 when the place has no claim that can be read. */
export const explainPlace = async (place: string): Promise<number> => {
  const [, file, line] = /^(.+?)(?::(\d+))?(?::\d+)?$/.exec(place) ?? [];
  const input = await load(file ?? place);
  if ('problem' in input) {
    tell(`${input.path}: error[${input.problem.code}]: ${input.problem.message}`);
    return EXIT.unreadable;
  }
  const { claims } = understand(input, 'auto');
  const chosen = claims.filter(c => line === undefined || c.line === Number(line));
  if (chosen.length === 0) {
    const lines = [...new Set(claims.map(c => c.line))].join(', ');
    tell(
      `${place}: error: there is no claim here; the file has claims on ${lines ? `lines ${lines}` : 'no line'}`,
    );
    return EXIT.unreadable;
  }
  let explained = 0;
  for (const claim of chosen) {
    const lines = claim.readings.flatMap(({ content, layout }) =>
      'statement' in content ? [explanationLines(claim, explain(content.statement), layout)] : [],
    );
    explained += lines.length;
    const [first] = claim.readings;
    if (!lines.length && first) lines.push(refusalLines(claim, first));
    process.stdout.write(`${lines.map(l => l.join('\n')).join('\n\n')}\n\n`);
  }
  return explained ? EXIT.holds : EXIT.unreadable;
};
