// Compiles the kernels of the sampling judge: `npm run kernels` writes their binary, which is kept in the repository so that nobody needs the
// compiler to run them.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCES = ['run.ts', 'kernels.ts', 'draw.ts', 'registers.ts'];
const pathOf = (name: string): string =>
  fileURLToPath(new URL(`../src/sample/assembly/${name}`, import.meta.url));
const OPTIONS = ['--importMemory', '--noExportMemory', '--runtime', 'stub', '--noAssert', '-O3'];

/** The text of binary.ts. @throws Error with the compiler's messages when the source does not compile */
export const compiled = async (): Promise<string> => {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main([SOURCES[0]!, '--outFile', 'binary', ...OPTIONS], {
    readFile: name => (SOURCES.includes(name) ? readFileSync(pathOf(name), 'utf8') : null),
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`the kernels do not compile: ${stderr.toString()}`);
  const base64 = Buffer.from(binary).toString('base64');
  return `// Written by \`npm run kernels\` from run.ts: the WebAssembly binary in Base64.\n\nexport const BINARY =\n  '${base64}';\n`;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(pathOf('binary.ts'), await compiled());
