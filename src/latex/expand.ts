// Tokens → tokens without macros. What a macro makes has the place of its use; arguments keep their own.
//   at most LIMITS.expansions, LIMITS.tokens and LIMITS.levels: beyond, each use becomes a problem at its place

import { DEFINES, LIMITS, type Macro, type Macros } from './macros.ts';
import type { Problem } from './problem.ts';
import type { Span } from './syntax.ts';
import type { Token } from './tokens.ts';

interface Frame {
  readonly tokens: readonly Token[];
  at: number;
  readonly level: number;
}

export const expand = (tokens: readonly Token[], macros: Macros): Token[] => new Expander(macros).run(tokens);

class Expander {
  readonly #frames: Frame[] = [];
  #expansions = 0;
  #made = 0;

  constructor(readonly macros: Macros) {}

  run(tokens: readonly Token[]): Token[] {
    const out: Token[] = [];
    this.#frames.push({ tokens, at: 0, level: 0 });
    for (let t = this.#next(); t; t = this.#next()) {
      if (t.kind !== 'command') out.push(t);
      else if (DEFINES.has(t.text)) this.#skipDefinition(t.text);
      else {
        const macro = this.macros.lookup(t.text, t.start);
        const problem = macro && this.#expand(macro, t);
        if (!macro) out.push(t);
        else if (problem) out.push({ ...t, kind: 'problem', problem });
      }
    }
    return out;
  }

  #next(): Token | undefined {
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      if (frame.at < frame.tokens.length) return frame.tokens[frame.at++];
      this.#frames.pop();
    }
    return undefined;
  }
  #peek(): Token | undefined {
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      if (frame.at < frame.tokens.length) return frame.tokens[frame.at];
      this.#frames.pop();
    }
    return undefined;
  }

  /** Puts the macro's tokens before what follows; or says why not. */
  #expand(macro: Macro, use: Token): Problem | null {
    const level = (this.#frames.at(-1)?.level ?? 0) + 1;
    this.#expansions++;
    if (this.#expansions > LIMITS.expansions || level > LIMITS.levels)
      return runaway(macro, use, 'it expands without end');
    const args: (readonly Token[])[] = [];
    let end = use.end;
    if (macro.optional) {
      const given = this.#bracketed();
      args.push(given ? given.tokens : macro.optional);
      if (given) end = Math.max(end, given.end);
    }
    while (args.length < macro.parameters) {
      const argument = this.#argument();
      if (!argument) return missing(macro, use);
      args.push(argument.tokens);
      end = Math.max(end, argument.end);
    }
    const cost = macro.body.reduce(
      (n, t) => n + (t.kind === 'parameter' ? (args[Number(t.text) - 1]?.length ?? 0) : 1),
      0,
    );
    this.#made += cost;
    if (this.#made > LIMITS.tokens || this.macros.fuel < cost)
      return runaway(macro, use, `it makes more than ${LIMITS.tokens} tokens`);
    this.macros.fuel -= cost;
    const made: Token[] = [];
    for (const t of macro.body) {
      const argument = t.kind === 'parameter' ? args[Number(t.text) - 1] : undefined;
      if (argument) for (const a of argument) made.push(a);
      else if (t.kind !== 'parameter') made.push({ ...t, start: use.start, end });
    }
    if (made[0] && use.spaced) made[0] = { ...made[0], spaced: true };
    this.#frames.push({ tokens: made, at: 0, level });
    return null;
  }

  #argument(): { tokens: Token[]; end: number } | null {
    const first = this.#next();
    if (!first || first.kind === 'close' || first.kind === 'ampersand') return null;
    if (first.kind !== 'open') return { tokens: [first], end: first.end };
    return this.#until('close');
  }
  #bracketed(): { tokens: Token[]; end: number } | null {
    const next = this.#peek();
    if (next?.kind !== 'character' || next.text !== '[') return null;
    this.#next();
    return this.#until(']');
  }
  #until(closer: 'close' | ']'): { tokens: Token[]; end: number } | null {
    const tokens: Token[] = [];
    let depth = 0;
    for (let t = this.#next(); t; t = this.#next()) {
      if (depth === 0 && (closer === 'close' ? t.kind === 'close' : t.text === ']'))
        return { tokens, end: t.end };
      if (t.kind === 'open') depth++;
      if (t.kind === 'close') depth--;
      tokens.push(t);
    }
    return null;
  }

  /** Definitions were collected before; here they say nothing. */
  #skipDefinition(command: string): void {
    if (this.#peek()?.text === '*') this.#next();
    this.#argument();
    if (command === 'let') {
      if (this.#peek()?.text === '=') this.#next();
      this.#next();
      return;
    }
    if (command.endsWith('def'))
      for (let t = this.#peek(); t && t.kind !== 'open' && t.kind !== 'close'; t = this.#peek()) this.#next();
    else while (this.#bracketed());
    this.#argument();
  }
}

const fromMacro = (macro: Macro): string => `from macro \`\\${macro.name}\` of the document`;
const runaway = (macro: Macro, { start, end }: Span, why: string): Problem => ({
  severity: 'error',
  code: 'T013',
  message: `the macro \`\\${macro.name}\` is not expanded: ${why}`,
  span: { start, end },
  note: fromMacro(macro),
  fix: 'write out what it stands for',
});
const missing = (macro: Macro, { start, end }: Span): Problem => ({
  severity: 'error',
  code: 'T014',
  message: `the macro \`\\${macro.name}\` has too few arguments here`,
  span: { start, end },
  expected: `${macro.parameters} argument${macro.parameters === 1 ? '' : 's'}`,
  note: fromMacro(macro),
});
