// What every command means: one row each.

import type { Operator } from './items.ts';
import type { Font, RelationSign } from './syntax.ts';

export type Meaning =
  | { readonly is: 'letter'; readonly name: string }
  | { readonly is: 'operator'; readonly operator: Operator }
  | { readonly is: 'relation'; readonly sign: RelationSign }
  | { readonly is: 'function'; readonly word: string }
  /** A font for the argument, or (switch) for the rest of the group. */
  | { readonly is: 'font'; readonly font: Font; readonly extent: 'argument' | 'group' }
  | { readonly is: 'accent'; readonly mark: string }
  | { readonly is: 'space'; readonly wide: boolean }
  /** Says how to set, not what: dropped with so many arguments. */
  | { readonly is: 'dropped'; readonly args: number }
  | { readonly is: 'text'; readonly font: Font }
  | { readonly is: 'connective'; readonly word: string }
  | { readonly is: 'ellipsis' }
  | { readonly is: 'row' }
  | { readonly is: 'structure' }
  | { readonly is: 'refused'; readonly why: string; readonly fix?: string };

const rows = (words: string, meaning: (word: string) => Meaning): [string, Meaning][] =>
  words.split(/\s+/).map(word => {
    const at = word.indexOf('=');
    const [name, value] = at < 0 ? [word, word] : [word.slice(0, at), word.slice(at + 1)];
    return [name, meaning(value)];
  });
const same = (meaning: Meaning) => (): Meaning => meaning;

const same1 = (word: string): [string, string] => [word, word];

const GREEK =
  'alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ lambda=λ mu=μ nu=ν xi=ξ omicron=ο pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ phi=ϕ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω varGamma=Γ varDelta=Δ varTheta=Θ varLambda=Λ varSigma=Σ varPhi=Φ varPsi=Ψ varOmega=Ω ell=ℓ hbar=ħ imath=ı jmath=ȷ infty=∞ top=⊤ intercal=⊤ dagger=† perp=⊥ emptyset=∅ varnothing=∅ Re=ℜ Im=ℑ';
const RELATIONS =
  'approx=≈ simeq=≈ cong=≈ equiv=≡ neq=≠ ne=≠ le=≤ leq=≤ leqslant=≤ ge=≥ geq=≥ geqslant=≥ lt=< gt=> ll=other gg=other propto=∝ in=∈ to=→ rightarrow=→ longrightarrow=→ sim=∼ coloneqq=:= colonequals=:= triangleq=:= doteq=:= prec=other succ=other preceq=other succeq=other subset=other subseteq=other supset=other notin=other mapsto=other longmapsto=other leftarrow=other gets=other asymp=≈ models=other vdash=other';
const FUNCTIONS =
  'det log ln exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan arctanh min max sup inf arg dim ker rank tr trace Tr diag Diag gcd lim limsup liminf Pr';

export const COMMANDS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...rows(GREEK, name => ({ is: 'letter', name })),
  ...rows(
    'odot=odot circ=circ oslash=oslash otimes=otimes oplus=oplus cdot=dot cdotp=dot times=times ast=* div=/ pm=± mp=± boxtimes=khatriRao bullet=bullet',
    operator => ({ is: 'operator', operator: operator as Operator }),
  ),
  ...rows(RELATIONS, sign => ({ is: 'relation', sign: sign as RelationSign })),
  ...rows(FUNCTIONS, word => ({ is: 'function', word })),
  ...rows(
    'mathbf boldsymbol bm pmb bold mathbfit symbf',
    same({ is: 'font', font: 'bold', extent: 'argument' }),
  ),
  ...rows('bf boldmath bfseries', same({ is: 'font', font: 'bold', extent: 'group' })),
  ...rows('mathrm', same({ is: 'font', font: 'upright', extent: 'argument' })),
  ...rows('rm up', same({ is: 'font', font: 'upright', extent: 'group' })),
  ...rows('mathcal mathscr', same({ is: 'font', font: 'calligraphic', extent: 'argument' })),
  ...rows('cal scr', same({ is: 'font', font: 'calligraphic', extent: 'group' })),
  ...rows('mathbb Bbb mathbbm mathds', same({ is: 'font', font: 'blackboard', extent: 'argument' })),
  ...rows('mathsf mathtt mathfrak frak', same({ is: 'font', font: 'other', extent: 'argument' })),
  ...rows('sf tt sl', same({ is: 'font', font: 'other', extent: 'group' })),
  ...rows('mathit mathnormal emph', same({ is: 'font', font: 'plain', extent: 'argument' })),
  ...rows('it em', same({ is: 'font', font: 'plain', extent: 'group' })),
  ...rows('text textrm mbox hbox textnormal textup', same({ is: 'text', font: 'upright' })),
  ...rows('textbf', same({ is: 'text', font: 'bold' })),
  ...rows('textit textsl', same({ is: 'text', font: 'plain' })),
  ...rows('textsf texttt textsc', same({ is: 'text', font: 'other' })),
  ...rows(
    'hat=̂ widehat=̂ tilde=̃ widetilde=̃ bar=̄ overline=̄ vec=⃗ dot=̇ ddot=̈ check=̌ breve=̆ underline=̲',
    mark => ({ is: 'accent', mark }),
  ),
  ...rows(', : ; > ! thinspace medspace thickspace negthinspace enspace', same({ is: 'space', wide: false })),
  [' ', { is: 'space', wide: false }],
  ...rows('quad qquad', same({ is: 'space', wide: true })),
  ...rows(
    'displaystyle textstyle scriptstyle scriptscriptstyle large Large LARGE huge Huge small normalsize footnotesize tiny limits nolimits nonumber notag hfill hline noindent centering big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm biggm Biggm relax mathstrut strut allowbreak nobreak mathop mathbin mathrel mathord mathopen mathclose mathpunct mathinner smash boxed fbox ensuremath displaylimits',
    same({ is: 'dropped', args: 0 }),
  ),
  ...rows(
    'color textcolor colorbox label tag hspace vspace phantom hphantom vphantom require cline ref eqref cite footnote hphantom class id style href bbox underset fcolorbox',
    same({ is: 'dropped', args: 1 }),
  ),
  ...rows(
    'implies=implies Rightarrow=implies Longrightarrow=implies iff=iff Leftrightarrow=iff Longleftrightarrow=iff therefore=therefore because=because Leftarrow=because impliedby=because forall=for&all Downarrow=implies rightsquigarrow=implies leadsto=implies',
    word => ({ is: 'connective', word: word.replace('&', ' ') }),
  ),
  ...rows('ldots cdots dots vdots ddots dotsc dotsb dotsm hdots', same({ is: 'ellipsis' })),
  ...rows('\\ cr newline tabularnewline', same({ is: 'row' })),
  ...rows(
    'frac dfrac tfrac cfrac sqrt sum partial nabla left right middle begin end operatorname underbrace overbrace overset stackrel eqalign eqalignno displaylines pmatrix matrix cases kern mkern hskip mskip lbrace rbrace lbrack rbrack lvert rvert lVert rVert vert Vert mid langle rangle { } | substack prime not over colon',
    same({ is: 'structure' }),
  ),
  ...rows(
    'prod coprod bigotimes bigodot bigoplus bigcup bigcap',
    same({
      is: 'refused',
      why: 'a product over an index',
      fix: 'write the sum of logarithms, or state the claim for two factors',
    }),
  ),
  ...rows('int iint iiint oint', same({ is: 'refused', why: 'an integral' })),
  ...rows(
    'cup cap setminus wedge vee land lor lnot neg exists nexists star diamond uplus amalg sqcup ltimes rtimes circledast circledcirc mapsfrom lfloor rfloor lceil rceil backslash angle triangle square cancel bcancel xcancel sout aleph wp root',
    same({ is: 'refused', why: 'a sign that has no meaning in matrix calculus here' }),
  ),
]);

/** What plain text spells out, and its command: lambda, grad f. */
export const SPELLED_OUT: ReadonlyMap<string, string> = new Map([
  ...GREEK.split(' ').flatMap((row): [string, string][] => {
    const [name] = row.split('=') as [string];
    return /^(?:var|i|j)math$|^(?:top|infty|perp|ell|Re|Im|hbar)$/.test(name) || !/=[α-ωϵϕΑ-Ω]$/.test(row)
      ? []
      : [[name, name]];
  }),
  ['grad', 'nabla'],
]);

/** Names of several letters that are functions however they are set, and what the parser calls them. */
export const FUNCTIONS_BY_WORD: ReadonlyMap<string, string> = new Map([
  ...[
    'vec',
    'vech',
    'diag',
    'Diag',
    'det',
    'rank',
    'exp',
    'log',
    'sin',
    'cos',
    'tan',
    'cot',
    'sec',
    'csc',
  ].map(same1),
  ...['sinh', 'cosh', 'tanh', 'arcsin', 'arccos', 'arctan', 'sigmoid', 'relu', 'softmax', 'softplus'].map(
    same1,
  ),
  ...['sign', 'abs', 'max', 'min', 'adj', 'sqrt', 'sym', 'inv', 'pinv', 'logdet', 'logsumexp', 'sum'].map(
    same1,
  ),
  ...['expm', 'logm', 'sqrtm', 'skew', 'unvec', 'khatrirao'].map(same1),
  ['mat', 'unvec'],
  ['Vec', 'vec'],
  ['Vech', 'vech'],
  ['Det', 'det'],
  ['Tr', 'tr'],
  ['tr', 'tr'],
  ['TR', 'tr'],
  ['trace', 'tr'],
  ['Trace', 'tr'],
  ['Rank', 'rank'],
  ['rk', 'rank'],
  ['Exp', 'exp'],
  ['ln', 'log'],
  ['Log', 'log'],
  ['Ln', 'log'],
  ['lse', 'logsumexp'],
  ['LSE', 'logsumexp'],
  ['logistic', 'sigmoid'],
  ['ReLU', 'relu'],
  ['Relu', 'relu'],
  ['sgn', 'sign'],
  ['atan', 'arctan'],
  ['Adj', 'adj'],
  ['Sym', 'sym'],
  ['Inv', 'inv'],
  ['adjugate', 'adj'],
]);
/** Those that a run of plain letters may spell: "tr AB", "vec(X)". */
export const SPELLED: ReadonlySet<string> = new Set(
  'vec vech Vec diag Diag det tr Tr trace Trace exp log ln sin cos tan tanh sinh cosh sigmoid relu ReLU softmax softplus sign sgn max min adj rank logdet'.split(
    ' ',
  ),
);
/** Those that a run of plain letters spells only before a bracket. */
export const SPELLED_BEFORE_BRACKET: ReadonlySet<string> = new Set(
  'abs sqrt sym inv pinv sum lse logsumexp expm logm sqrtm skew unvec mat arctan logistic rk khatrirao'.split(
    ' ',
  ),
);
