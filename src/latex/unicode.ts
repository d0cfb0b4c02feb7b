// Unicode mathematics as the TeX that says the same. Every character keeps its own offset in the text.

import type { Font } from './syntax.ts';

const pairs = (from: string, to: string): [string, string][] => {
  const images = [...to];
  return [...from].map((c, i) => [c, images[i] ?? c]);
};

/** Characters that are one command. */
export const CHARACTER_COMMANDS: ReadonlyMap<string, string> = new Map([
  ...[...'⊙◦∘⊗⊕⊘·⋅∙×÷∂∇∑∏∫√∞±∓'].map((c, i): [string, string] => [
    c,
    'odot circ circ otimes oplus oslash cdot cdot cdot times div partial nabla sum prod int sqrt infty pm mp'.split(
      ' ',
    )[i] ?? c,
  ]),
  ['‖', '|'],
  ['∥', '|'],
  ['⟨', 'langle'],
  ['〈', 'langle'],
  ['⟩', 'rangle'],
  ['〉', 'rangle'],
  ['≈', 'approx'],
  ['≃', 'simeq'],
  ['≅', 'cong'],
  ['≡', 'equiv'],
  ['≠', 'neq'],
  ['≤', 'le'],
  ['⩽', 'le'],
  ['≥', 'ge'],
  ['⩾', 'ge'],
  ['≪', 'll'],
  ['≫', 'gg'],
  ['∝', 'propto'],
  ['∈', 'in'],
  ['→', 'to'],
  ['↦', 'mapsto'],
  ['∼', 'sim'],
  ['≔', 'coloneqq'],
  ['≜', 'triangleq'],
  ['≐', 'doteq'],
  ['⇒', 'implies'],
  ['⟹', 'implies'],
  ['⇔', 'iff'],
  ['⟺', 'iff'],
  ['∴', 'therefore'],
  ['∵', 'because'],
  ['∀', 'forall'],
  ['…', 'ldots'],
  ['⋯', 'cdots'],
  ['⋮', 'vdots'],
  ['⋱', 'ddots'],
  ['⊤', 'top'],
  ['⊺', 'top'],
  ['†', 'dagger'],
  ['⊥', 'perp'],
  ['∗', 'ast'],
  ['⋆', 'star'],
  ['⊠', 'boxtimes'],
  ['•', 'bullet'],
  ['⟦', 'lbrack'],
  ['⟧', 'rbrack'],
]);

/** Characters that are one other character. */
export const SAME_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...pairs('−–∣′∆µ∶', "--|'Δμ:"),
  ['″', "''"],
  ['‴', "'''"],
]);

export const SUPERSCRIPTS: ReadonlyMap<string, string> = new Map([
  ...pairs('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᴴ', '0123456789+-=()abcdefghijklmnoprstuvwxyzTH'),
  ['ᐟ', '/'],
  ['᾽', "'"],
]);
export const SUBSCRIPTS: ReadonlyMap<string, string> = new Map(
  pairs('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ', '0123456789+-=()aehijklmnoprstuvx'),
);

/** ½ and its kin, as numerator and denominator. */
export const FRACTIONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['½', [1, 2]],
  ['⅓', [1, 3]],
  ['⅔', [2, 3]],
  ['¼', [1, 4]],
  ['¾', [3, 4]],
  ['⅕', [1, 5]],
  ['⅙', [1, 6]],
  ['⅛', [1, 8]],
]);

const MATHEMATICAL: readonly (readonly [number, number, Font])[] = [
  [0x1d400, 0x1d433, 'bold'],
  [0x1d434, 0x1d467, 'plain'],
  [0x1d468, 0x1d49b, 'bold'],
  [0x1d49c, 0x1d503, 'calligraphic'],
  [0x1d504, 0x1d537, 'other'],
  [0x1d538, 0x1d56b, 'blackboard'],
  [0x1d56c, 0x1d59f, 'other'],
  [0x1d5a0, 0x1d6a5, 'other'],
  [0x1d6a8, 0x1d6e1, 'bold'],
  [0x1d6e2, 0x1d71b, 'plain'],
  [0x1d71c, 0x1d7cb, 'bold'],
  [0x1d7ce, 0x1d7d7, 'bold'],
  [0x1d7d8, 0x1d7e1, 'blackboard'],
  [0x1d7e2, 0x1d7ff, 'other'],
];
const LETTERLIKE: ReadonlyMap<string, Font> = new Map([
  ['ℝ', 'blackboard'],
  ['ℂ', 'blackboard'],
  ['ℕ', 'blackboard'],
  ['ℤ', 'blackboard'],
  ['ℒ', 'calligraphic'],
  ['ℋ', 'calligraphic'],
]);

/** A styled character as its letter or digit and its font: 𝐀 is a bold A. Null for a character without style. */
export const styled = (character: string): { letter: string; font: Font } | null => {
  const letterlike = LETTERLIKE.get(character);
  if (letterlike) return { letter: character.normalize('NFKC'), font: letterlike };
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x1d400 || code > 0x1d7ff) return null;
  const row = MATHEMATICAL.find(([from, to]) => code >= from && code <= to);
  return row ? { letter: character.normalize('NFKC'), font: row[2] } : null;
};
