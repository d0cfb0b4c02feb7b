// What a claim says as it was written, so that it can be read again with a change: another piece, another structure of a letter.

import type { Expression } from '../expression/expression.ts';
import type { Statement } from '../expression/judgement.ts';
import type { Syntax } from '../latex/syntax.ts';
import type { Builder, BuilderOptions } from './build.ts';
import { attempt } from './refusal.ts';
import { statement } from './statement.ts';

export type Supposition = Pick<BuilderOptions, 'supposed' | 'merged' | 'indexedBy'>;

/** Both sides of a claim in one reading. Syntax may hold pieces that were never written; sizes are written at every new constant. */
export class Written {
  readonly left: Syntax;
  readonly right: Syntax;
  /** The text into which the spans of both sides point. */
  readonly text: string;
  readonly #make: (supposed: Supposition) => Builder;
  #builder: Builder | null = null;

  constructor(left: Syntax, right: Syntax, text: string, make: (supposed: Supposition) => Builder) {
    this.left = left;
    this.right = right;
    this.text = text;
    this.#make = make;
  }

  /** Null where shapes clash, or where something has no meaning. */
  expression(of: Syntax): Expression | null {
    return attempt(() => this.#reader().build(of));
  }
  /** The claim with other sides, or null where they do not fit. */
  statement(left = this.left, right = this.right): Statement | null {
    return attempt(() => statement(this.#reader(), left, right, right.span));
  }
  /** The same claim with other structures of letters, by their names in a statement, with some sizes equal to others, or with indices of one side. */
  supposing(supposition: Supposition): Written {
    return new Written(this.left, this.right, this.text, () => this.#make(supposition));
  }

  #reader(): Builder {
    this.#builder ??= this.#make({});
    return this.#builder;
  }
}
