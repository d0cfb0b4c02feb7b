// `rederive explain FILE:LINE`: the claims of a line in index notation, and why they hold or which terms do not cancel.

import { explain } from '../prove/index.ts';
import { explanationLines } from '../report/explanation.ts';
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
  for (const claim of chosen)
    for (const { content, layout } of claim.readings) {
      if ('statement' in content) {
        process.stdout.write(`${explanationLines(claim, explain(content.statement), layout).join('\n')}\n\n`);
        explained++;
      } else {
        const problem = 'misfit' in content ? content.misfit : content.unreadable;
        process.stdout.write(`${claim.text}\n  ${layout ? `${layout} layout: ` : ''}${problem.message}\n\n`);
      }
    }
  return explained ? EXIT.holds : EXIT.unreadable;
};
