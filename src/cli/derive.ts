// `rederive derive FUNCTION`: the differential, the derivative and the Hessian of a function, judged before they are printed.

import { type Asked, type Derived, derive } from '../derive/index.ts';
import type { Layout } from '../expression/expression.ts';
import { located } from '../report/located.ts';
import { EXIT } from '../report/summary.ts';
import { clean, painter, wrap } from '../report/text.ts';
import { evidenceSentences, MARKS } from '../report/words.ts';
import { tell, wantsColor } from './terminal.ts';

export const DERIVE_FORMATS = ['pretty', 'json', 'latex', 'numpy', 'javascript'] as const;
export interface DeriveCall {
  readonly wrt: string;
  readonly where: string;
  readonly layout?: Layout;
  readonly format: (typeof DERIVE_FORMATS)[number];
  readonly seed?: string;
}

/** 0 with an answer, 2 when the question cannot be read or no judge confirms an answer, 70 when a judge refutes what was derived. */
export const deriveText = async (
  text: string,
  { wrt, where, layout, format, seed }: DeriveCall,
): Promise<number> => {
  const asked: Asked = { function: text, wrt, where };
  const answer = await derive(asked, { layout, seed });
  switch (answer.outcome) {
    case 'refused':
      tell(
        located(answer.path, answer.text, answer.problem, {
          paint: painter(wantsColor(process.stderr)),
        }).join('\n'),
      );
      return EXIT.unreadable;
    case 'unanswered':
      tell(`no answer: ${clean(answer.reason)}`);
      return EXIT.unreadable;
    case 'wrong':
      tell(`rederive: a bug of ours: this was derived, and it is not right: ${clean(answer.claim)}`);
      for (const line of answer.says) tell(`  ${clean(line)}`);
      return EXIT.bug;
    case 'derived':
      return written(answer, format);
  }
};

const written = (answer: Derived, format: DeriveCall['format']): number => {
  if (format === 'numpy' || format === 'javascript') {
    const code = answer.derivative[format];
    if (code === null) {
      tell(
        `no ${format === 'numpy' ? 'NumPy' : 'JavaScript'}: it has no word for a part of ${clean(answer.derivative.unicode)}`,
      );
      return EXIT.unreadable;
    }
    process.stdout.write(`${code}\n`);
  } else if (format === 'latex') process.stdout.write(`${answer.derivative.latex}\n`);
  else process.stdout.write(format === 'json' ? json(answer) : pretty(answer));
  return EXIT.holds;
};

/** The contract: version 1. */
const json = ({ differential, derivative, hessian, verdict, given, notes }: Derived): string =>
  `${JSON.stringify({ version: 1, ...(differential && { differential }), derivative, ...(hessian && { hessian }), verdict, given, notes }, null, 2)}\n`;

const pretty = (answer: Derived): string => {
  const paint = painter(wantsColor(process.stdout));
  const width = Math.max(60, process.stdout.columns ?? 100);
  const { derivative, differential, hessian, wrt, verdict } = answer;
  const f = answer.function.unicode;
  const [what, sign] =
    derivative.layout === 'gradient'
      ? ['gradient', `∂f/∂${wrt.unicode}`]
      : ['Jacobian', `∂F/∂${wrt.unicode}`];
  const rows: [string, string][] = [
    ['function', f],
    ...(differential ? [['differential', differential.unicode] as [string, string]] : []),
    [what, `${sign} = ${derivative.unicode}`],
    ...(hessian ? [['Hessian', hessian.unicode] as [string, string]] : []),
    ['layout', derivative.layout],
    ['LaTeX', derivative.latex],
    ...(derivative.numpy ? [['NumPy', derivative.numpy] as [string, string]] : []),
    ...(derivative.javascript ? [['JavaScript', derivative.javascript] as [string, string]] : []),
  ];
  const lines = rows.map(([name, text]) => `${paint('dim', name.padEnd(14))}${clean(text)}`);
  const evidence = [
    ...(answer.given.length ? [`given: ${answer.given.join(', ')}`] : []),
    ...evidenceSentences(answer.evidence).map(s => `evidence: ${s}`),
    ...answer.notes,
  ].flatMap(s => wrap(' '.repeat(14), clean(s), width));
  return `${[...lines, `${paint(verdict === 'supported' ? 'cyan' : 'green', `${MARKS[verdict]} ${verdict}`.padEnd(14))}`.trimEnd(), ...evidence].join('\n')}\n`;
};
