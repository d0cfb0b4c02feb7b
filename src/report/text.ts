// Text in a terminal: widths, wrapping, colour. What comes from a document is cleaned first: no control character reaches the terminal.

/** SGR codes on and off. */
const COLOURS = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;
export type Colour = keyof typeof COLOURS;
export type Paint = (colour: Colour, text: string) => string;

/** Paints with SGR codes, or hands text through when colour is off. */
export const painter =
  (on: boolean): Paint =>
  (colour, text) => {
    const [open, close] = COLOURS[colour];
    return on && text ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  };

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const SGR = /\u001b\[\d*m/g;
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Columns that a text takes; combining marks and colour take none. */
export const columns = (text: string): number =>
  [...text.replace(SGR, '')].filter(c => !ZERO_WIDTH.test(c)).length;
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columns(text)));

/** Control and direction characters made visible (␛, ␉, …), so that a document cannot steer the terminal. */
export const clean = (text: string): string =>
  text.replace(CONTROL, c => {
    const code = c.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '␡' : '�';
  });

/** Breaks at spaces; the first line follows `first`, the others are indented as far. Words longer than the width stay whole. */
export const wrap = (first: string, text: string, width: number): string[] => {
  const indent = ' '.repeat(columns(first));
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = indent + word;
    } else line += (empty ? '' : ' ') + word;
    empty = false;
  }
  return [...lines, line];
};

/** "a", "a and b", "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
