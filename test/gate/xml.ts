// Whether a text is well-formed XML, as far as elements, attributes and character data go.

const NAME = '[A-Za-z_][\\w.-]*';
const TOKEN = new RegExp(
  `<(?<close>/)?(?<name>${NAME})(?<attributes>(?:\\s+${NAME}="(?:[^<&"]|&(?:amp|lt|gt|quot|#\\d+);)*")*)\\s*(?<empty>/)?>|(?<text>(?:[^<&]|&(?:amp|lt|gt|quot|#\\d+);)+)`,
  'uy',
);

/** Null for well-formed XML with one root, else what is wrong and where. */
export const wellFormed = (xml: string): string | null => {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(declaration)) return 'no declaration';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|]]>/.exec(xml);
  if (illegal) return `an illegal character at ${illegal.index}`;
  const open: string[] = [];
  let roots = 0;
  TOKEN.lastIndex = declaration.length;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(xml)?.groups;
    if (!found) return `something else at ${at}: ${xml.slice(at, at + 40)}`;
    const { close, name, attributes = '', empty, text } = found;
    if (text !== undefined) {
      if (open.length === 0 && text.trim()) return `text outside the root at ${at}`;
      continue;
    }
    const names = [...attributes.matchAll(/([\w.-]+)="/g)].map(m => m[1]);
    if (new Set(names).size !== names.length) return `an attribute twice at ${at}`;
    if (close) {
      if (open.pop() !== name) return `</${name}> closes nothing at ${at}`;
    } else {
      if (open.length === 0) roots++;
      if (!empty) open.push(name!);
    }
  }
  return open.length ? `<${open.at(-1)}> is not closed` : roots === 1 ? null : `${roots} roots`;
};
