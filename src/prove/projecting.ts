// Where a pseudo-inverse stands beside its matrix: candidates for the kernel to accept or refuse. Search code.

import type { Board } from './board.ts';
import type { Term } from './network.ts';
import { baseOf, isProjection, type Projection } from './projections.ts';

const HALVES = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

export function* projections(board: Board, term: Term, sum: number, at: number): Generator<Projection> {
  for (let k = 0; k < term.nodes.length; k++) {
    const { atom, legs } = term.nodes[k]!;
    if (atom.kind !== 'function' || !(atom.fn === 'pseudo-inverse' || isProjection(atom))) continue;
    const base = baseOf(board, atom.argument);
    for (let other = 0; base && other < term.nodes.length; other++) {
      const near = term.nodes[other]!;
      if (other === k || !near.legs.some(i => legs.includes(i))) continue;
      const rule = isProjection(atom) ? 'projected' : 'projection';
      if (rule === 'projection' && near.atom !== base) continue;
      const nodes = rule === 'projection' ? ([other, k] as const) : ([k, other] as const);
      for (const halves of HALVES) yield { rule, sum, term: at, nodes, halves };
    }
  }
}
