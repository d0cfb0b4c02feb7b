// What authors leave unsaid because everybody knows it: σ is the sigmoid, the Σ of a Gaussian is symmetric. Each is told in a note.

import type { Problem } from '../latex/problem.ts';
import type { Declaration } from './document.ts';
import type { Head } from './letters.ts';
import type { Region } from './regions.ts';

export interface Assumed {
  /** In the place of those of the same name. */
  readonly declarations: readonly Declaration[];
  readonly names: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** `contents` are the texts of the regions. */
export const assume = (
  declarations: readonly Declaration[],
  heads: readonly Head[],
  contents: readonly string[],
  regions: readonly Region[],
): Assumed => {
  const made: Declaration[] = [];
  const problems: Problem[] = [];
  const assumed = (
    at: number,
    declaration: Omit<Declaration, 'span'>,
    message: string,
    fix: string,
  ): void => {
    const known = declarations.find(d => d.name === declaration.name);
    const span = known?.span ?? regions[at]!.content;
    made.push({ ...declaration, span });
    problems.push({ severity: 'note', code: 'D004', message, span, fix });
  };

  const sigma = declarations.find(d => d.name === 'σ');
  const logistic = contents.findIndex(c => ONE_MINUS_SIGMA.test(c));
  const open = !heads.some(h => h.name === 'σ') && (!sigma || (sigma.kind === 'function' && !sigma.means));
  if (logistic >= 0 && open)
    assumed(
      logistic,
      {
        font: 'plain',
        latex: '\\sigma',
        structure: [],
        ...sigma,
        name: 'σ',
        kind: 'function',
        role: 'elementwise',
        means: 'sigmoid',
      },
      'σ is read as the logistic sigmoid, entry by entry',
      'define it: σ(x) = …',
    );

  const covariance = contents.findIndex(c => LOG_DET_SIGMA.test(c));
  const inverted = contents.some(c => /\\Sigma\}*\s*\^\s*\{?\s*-/.test(c));
  const unsaid = !declarations.some(d => d.name === 'Σ') && !heads.some(h => h.name === 'Σ');
  if (covariance >= 0 && inverted && unsaid)
    assumed(
      covariance,
      {
        name: 'Σ',
        font: 'plain',
        latex: '\\Sigma',
        kind: 'matrix',
        structure: ['symmetric', 'positive-definite'],
      },
      'Σ is read as a covariance matrix: symmetric and positive definite',
      'say what Σ is',
    );
  return { declarations: made, names: new Set(made.map(d => d.name)), problems };
};

const ONE_MINUS_SIGMA = /1\}*(?:_\{?\w+\}?)?\s*-\s*(?:\\sigma|σ)\s*(?:\\left\s*)?\(/;
const LOG_DET_SIGMA =
  /\\(?:log|ln)\s*(?:\\det\s*)?(?:\\left|\\big[lr]?|\\Big[lr]?)?\s*(?:\||\\lvert|\(|\\det)\s*(?:\\(?:mathbf|boldsymbol|bm)\s*\{?\s*)?(?:\\Sigma|Σ)/;
