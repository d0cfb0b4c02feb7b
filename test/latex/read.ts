// Formula → compact s-expression, and its problems with their places: what the tests of the reader compare.

import type { Conventions, Letters, ParsedRegion } from '../../src/latex/contract.ts';
import { collectMacros, parseMathematics } from '../../src/latex/index.ts';
import type { Syntax } from '../../src/latex/syntax.ts';
import { toText } from '../../src/number/rational.ts';

export interface Known {
  /** Declared letters, "A x W_out". */
  readonly declared?: string;
  readonly functions?: string;
  readonly scalars?: string;
  readonly conventions?: Partial<Conventions>;
}

const words = (text = ''): string[] => text.split(/\s+/).filter(Boolean);

export const lettersOf = ({ declared, functions, scalars }: Known): Letters => {
  const [all, maps, numbers] = [words(declared), words(functions), words(scalars)];
  const known = new Set([...all, ...maps, ...numbers]);
  return {
    declared: name => known.has(name),
    words: [...known].filter(w => /^\p{L}{2,}$/u.test(w)),
    isFunction: name => maps.includes(name),
    isScalar: name => numbers.includes(name),
  };
};

export const parse = (text: string, known: Known = {}): ParsedRegion =>
  parseMathematics(
    text,
    { start: 0, end: text.length },
    {
      macros: collectMacros(text).macros,
      letters: lettersOf(known),
      conventions: {
        star: 'product',
        odot: 'hadamard',
        circ: 'auto',
        primeIsTranspose: true,
        ...known.conventions,
      },
    },
  );

const SIGNS = {
  hadamard: '⊙',
  kronecker: '⊗',
  khatriRao: '∗',
  faceSplitting: '•',
  kroneckerSum: '⊕',
  frobenius: ':',
  compose: '∘',
} as const;

export const show = (s: Syntax): string => {
  const list = (...parts: readonly (string | Syntax)[]): string =>
    `(${parts.map(p => (typeof p === 'string' ? p : show(p))).join(' ')})`;
  switch (s.kind) {
    case 'name':
      return s.name === '' ? '…' : s.name;
    case 'number':
      return toText(s.value);
    case 'constant':
      return list(s.of, ...s.size);
    case 'identity':
      return list('I', ...s.size);
    case 'subscript':
      return list('_', s.of, ...s.subscripts);
    case 'sum':
      return `(+ ${s.terms.map(t => (t.negative ? '-' : '') + show(t.of)).join(' ')})`;
    case 'product':
      return list('*', ...s.factors);
    case 'quotient':
      return list(s.entrywise ? './' : '/', s.over, s.under);
    case 'binary':
      return list(SIGNS[s.operator], s.left, s.right);
    case 'transpose':
      return list(s.prime ? "'" : 'T', s.of);
    case 'power':
      return list(s.entrywise ? '.^' : '^', s.of, s.exponent);
    case 'pseudoInverse':
      return list('pinv', s.of);
    case 'call':
      return list(s.fn + '′'.repeat(s.primes), ...s.args);
    case 'norm':
      return list(`norm${s.which}`, s.of);
    case 'bars':
      return list('bars', s.of);
    case 'inner':
      return list('inner', s.left, s.right);
    case 'differential':
      return list(s.order > 1 ? `d${s.order}` : 'd', s.of);
    case 'derivative':
      return list('D', s.of, ...s.by);
    case 'gradient':
      return list(s.order > 1 ? `∇${s.order}` : '∇', s.of, ...s.by);
    case 'directional':
      return list('along', s.of, s.direction);
    case 'summation':
      return list(
        'Σ',
        s.indices.join(','),
        ...(s.from ? ['from', s.from] : []),
        ...(s.to ? ['to', s.to] : []),
        s.of,
      );
    case 'matrix':
      return `[${s.rows.map(row => row.map(show).join(' ')).join('; ')}]`;
    case 'group':
      return show(s.of);
  }
};

/** Chains and failures, one line each. */
export const lines = (text: string, known: Known = {}): string[] => {
  const { chains, failures } = parse(text, known);
  return [
    ...chains.map(({ chain, lead }) => {
      const body = chain.items
        .map((item, i) => (i ? `${chain.relations[i - 1]!.sign} ` : '') + show(item))
        .join(' ');
      return lead ? `${lead} | ${body}` : body;
    }),
    ...failures.map(f => `!${f.problem.code} ${at(text, f.problem.span.start)} ${f.problem.message}`),
  ];
};
export const at = (text: string, offset: number): string => {
  const before = text.slice(0, offset);
  return `${before.split('\n').length}:${[...before.slice(before.lastIndexOf('\n') + 1)].length + 1}`;
};
