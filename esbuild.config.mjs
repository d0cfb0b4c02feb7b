// How doors are bundled. The library and the Vitest entry are ES modules that share chunks; Vitest must be its user's own. The command is one
// script that is started by another one (src/cli/start.ts). Minified: half the text is a quarter less of a cold start.

import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** @type {import("esbuild").BuildOptions} */
const all = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['vitest'],
  // Node 20 has them; esbuild would make a new expression at every use.
  supported: { 'regexp-unicode-property-escapes': true },
  logLevel: 'warning',
  metafile: true,
};

/** @param {string} outdir */
export const buildLibrary = outdir =>
  build({
    ...all,
    entryPoints: ['src/index.ts', 'src/vitest.ts'],
    outdir,
    splitting: true,
    format: 'esm',
    chunkNames: 'chunks/[name]-[hash]',
  });

/** What only a page needs: three fifths of the text, which no other start has to read. */
const PAGE = { katex: 'katex', plot: '@observablehq/plot', linkedom: 'linkedom' };
/** @type {import("esbuild").Plugin} */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    for (const [name, library] of Object.entries(PAGE))
      onResolve({ filter: new RegExp(`^${library}$`) }, () => ({
        path: `./page/${name}.cjs`,
        external: true,
      }));
  },
};

/** Modules of Node that libraries load at once and a check never uses. */
const LATE = /^(?:node:)?(child_process|crypto)$/;
/** @type {import("esbuild").Plugin} */
const late = {
  name: 'late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: LATE }, ({ path, importer }) =>
      /node_modules/.test(importer) ? { path: path.replace(LATE, 'node:$1'), namespace: 'late' } : null,
    );
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('${path}')[name] });`,
    }));
  },
};

/** @param {string} outdir */
export const buildCommand = async outdir => {
  const program = `${outdir}/program.cjs`;
  const built = await build({
    ...all,
    entryPoints: ['src/cli.ts'],
    outfile: program,
    format: 'cjs',
    plugins: [apart, late],
    supported: { ...all.supported, 'dynamic-import': false },
    define: { 'import.meta.url': 'moduleUrl' },
    banner: {
      js: '(function(exports,require,module,__filename,__dirname,IMPORT){const moduleUrl=require("node:url").pathToFileURL(__filename).href;',
    },
    footer: { js: '})' },
  });
  await build({
    ...all,
    entryPoints: PAGE,
    outdir: `${outdir}/page`,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  });
  // Of a text in ASCII, Node makes a string at once, and V8 keeps a byte a letter. What is left are regular expressions.
  const text = readFileSync(program, 'utf8').replace(
    /[^\0-\x7f]/g,
    c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(program, text);
  const name = createHash('sha256').update(text).digest('hex').slice(0, 16);
  for (const old of readdirSync(outdir).filter(f => f.endsWith('.cache'))) rmSync(`${outdir}/${old}`);
  await build({
    ...all,
    entryPoints: ['src/cli/start.ts'],
    outfile: `${outdir}/cli.cjs`,
    format: 'cjs',
    define: { PROGRAM: JSON.stringify(name) },
    banner: { js: '#!/usr/bin/env node' },
  });
  // npm does so when it links the command, but not again after another build.
  chmodSync(`${outdir}/cli.cjs`, 0o755);
  return built;
};
