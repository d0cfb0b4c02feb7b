// LaTeX as written → Unicode to read in a terminal: \mathbf{1}_{3}^{T} \otimes \mathbf{W} becomes 1₃ᵀ ⊗ W.
// For the eye only: nothing is judged from it. What is not known stays as it was written.

import { lowered, raised } from '../latex/print-unicode.ts';

const pairs = (text: string): [string, string][] =>
  text
    .trim()
    .split(/\s+/)
    .map(row => {
      const [name = '', image = ''] = row.split(':');
      return [name, image];
    });

const SIGNS = new Map(
  pairs(`odot:⊙ otimes:⊗ boxtimes:⊠ oplus:⊕ oslash:⊘ ominus:⊖ times:× cdot:· circ:∘ ast:∗ star:⋆ bullet:• pm:± mp:∓ div:÷
    partial:∂ nabla:∇ sum:Σ prod:∏ int:∫ infty:∞ top:ᵀ intercal:ᵀ dagger:† ell:ℓ prime:′ colon:: mid:|
    approx:≈ equiv:≡ neq:≠ ne:≠ leq:≤ le:≤ geq:≥ ge:≥ propto:∝ in:∈ to:→ mapsto:↦ sim:∼ triangleq:≜ coloneqq:≔
    implies:⟹ Rightarrow:⟹ iff:⟺ therefore:∴ because:∵ forall:∀ dots:… ldots:… cdots:⋯ vdots:⋮ ddots:⋱
    langle:⟨ rangle:⟩ Vert:‖ lVert:‖ rVert:‖ vert:| lvert:| rvert:| lfloor:⌊ rfloor:⌋
    alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ
    mu:μ nu:ν xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:ϕ varphi:φ chi:χ psi:ψ omega:ω
    Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω`),
);
const FONTS = new Set(
  `mathbf mathrm mathit mathsf mathtt mathcal mathscr mathfrak mathnormal boldsymbol bm pmb bold text textbf textrm
    textit mbox hbox mathop mathbin mathrel mathord displaystyle textstyle`.split(/\s+/),
);
const DROPPED = new Set(
  `left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr limits nolimits nonumber notag
    displaystyle textstyle rm bf it sf hline`.split(/\s+/),
);
const ACCENTS = new Map(
  pairs(
    'hat:\u0302 widehat:\u0302 bar:\u0304 overline:\u0304 tilde:\u0303 widetilde:\u0303 dot:\u0307 ddot:\u0308 vec:\u20d7',
  ),
);
const FUNCTIONS = new Set(
  'vec diag Diag tr Tr trace det log ln exp sin cos tan sinh cosh tanh arctan min max rank sign dim'.split(
    ' ',
  ),
);
const BLACKBOARD = new Map(pairs('R:ℝ N:ℕ Z:ℤ C:ℂ Q:ℚ E:𝔼'));
/** What stands above, read as a whole. */
const RAISED = new Map(pairs('T:ᵀ t:ᵀ ᵀ:ᵀ -T:⁻ᵀ -ᵀ:⁻ᵀ -t:⁻ᵀ -1:⁻¹ +:⁺ †:† ∗:* *:* ′:′ ∘:°'));
/** A space that TeX does not print: between a function, or d, and its bracket. */
const APPLIED = /(?<!\p{L})(d|vec|[Dd]iag|[Tt]r|det|log|exp) ([([])/gu;
const DEEPEST = 60;

const TOKEN = /\\[A-Za-z]+\*?|\\.|\s+|./gsu;

class Writer {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;
  #matrices = 0;

  constructor(latex: string) {
    this.#tokens = latex.match(TOKEN) ?? [];
  }

  all(): string {
    let text = '';
    while (this.#at < this.#tokens.length) text += this.#next();
    return text;
  }

  /** One token with what belongs to it. */
  #next(): string {
    const token = this.#tokens[this.#at++] ?? '';
    if (token === '{') return this.#group();
    if (token === '}' || token === '$') return '';
    if (token === '&') return this.#matrices ? ', ' : ' ';
    if (token === '^') return this.#raised(this.#argument());
    if (token === '_') return lowered(this.#argument().trim());
    if (token === '~' || /^\s/.test(token)) return ' ';
    if (token === '-') return '−';
    return token.startsWith('\\') ? this.#command(token.slice(1)) : token;
  }

  /** Up to the brace that closes. */
  #group(): string {
    if (++this.#depth > DEEPEST) throw new RangeError('nested too deeply');
    let text = '';
    while (this.#at < this.#tokens.length && this.#tokens[this.#at] !== '}') text += this.#next();
    this.#at++;
    this.#depth--;
    return text;
  }

  #argument(): string {
    if (++this.#depth > DEEPEST) throw new RangeError('nested too deeply');
    this.#skipSpace();
    const text = this.#next();
    this.#depth--;
    return text;
  }

  #skipSpace(): void {
    while (/^\s/.test(this.#tokens[this.#at] ?? '')) this.#at++;
  }

  #raised(above: string): string {
    const plain = above.replace(/−/g, '-').replace(/\s/g, '');
    return RAISED.get(plain) ?? raised(plain);
  }

  #command(name: string): string {
    const sign = SIGNS.get(name);
    if (name === 'partial') this.#skipSpace();
    if (sign) return sign;
    if (name === 'mathbb') {
      const letter = this.#argument();
      return BLACKBOARD.get(letter) ?? letter;
    }
    if (/^[dtc]?frac$/.test(name)) return `${enclosed(this.#argument())}/${enclosed(this.#argument())}`;
    if (name === 'sqrt') return `√(${this.#argument()})`;
    if (name === 'begin' || name === 'end') return this.#environment(name);
    if (name === 'vec' && /^[({[]|^\\left/.test(this.#tokens[this.#at] ?? '')) return this.#function(name);
    const accent = ACCENTS.get(name);
    if (accent) return this.#argument() + accent;
    if (FONTS.has(name)) return this.#argument();
    if (DROPPED.has(name)) {
      if (this.#tokens[this.#at] === '.') this.#at++;
      return '';
    }
    if (name.startsWith('operatorname')) return this.#function(this.#argument());
    if (FUNCTIONS.has(name)) return this.#function(name);
    if (name === '\\' || name === 'cr') return this.#matrices ? '; ' : ' ';
    if (name === '|') return '‖';
    if (/^(quad|qquad|[,;:! ])$/.test(name)) return name === '!' ? '' : ' ';
    return /^[{}$%&#_]$/.test(name) ? name : `\\${name} `;
  }

  #function(name: string): string {
    return /^[A-Za-z]|^\\[a-zA-Z]/.test(this.#tokens[this.#at] ?? '') ? `${name} ` : name;
  }

  #environment(which: string): string {
    const name = this.#argument();
    if (!/matrix|array/.test(name)) return ' ';
    this.#matrices += which === 'begin' ? 1 : -1;
    return which === 'begin' ? '[' : ']';
  }
}

const enclosed = (text: string): string => (/[\s+−]/.test(text.trim()) ? `(${text.trim()})` : text.trim());

/** One line of Unicode; what cannot be made readable comes back as it was. */
export const readable = (latex: string): string => {
  try {
    return new Writer(latex)
      .all()
      .replace(/\s+/g, ' ')
      .replace(/([([]) /g, '$1')
      .replace(/ ([)\],;ᵀ⁻])/g, '$1')
      .replace(APPLIED, '$1$2')
      .trim();
  } catch (error) {
    if (error instanceof RangeError) return latex;
    throw error;
  }
};
