// Builds dist/: the doors, the schema of the JSON report, type declarations, and the licences of what is bundled. Small libraries are
// bundled because reading many files is what makes a cold start slow (fast-check, ml-matrix and seedrandom: 90 ms less).

import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { buildCommand, buildLibrary } from './esbuild.config.mjs';

rmSync('dist', { recursive: true, force: true });

const built = [await buildLibrary('dist'), await buildCommand('dist')];

const bundled = new Set(
  built
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .flatMap(file => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []),
);
const licences = [...bundled].sort().map(folder => {
  const { name, version, license, main } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find(f => /^licen[cs]e/i.test(f));
  // Where there is no such file, the licence stands at the head of the code.
  const text = readFileSync(`${folder}/${file ?? main ?? 'index.js'}`, 'utf8');
  return `${name} ${version} (${license})\n\n${(file ? text : text.slice(0, text.indexOf('*/') + 2)).trim()}\n`;
});
writeFileSync('dist/LICENSES.txt', licences.join(`\n${'-'.repeat(80)}\n\n`));

copyFileSync('src/report/schema.json', 'dist/schema.json');

// KaTeX's style with its fonts inside, for the self-contained HTML report; WOFF 2 alone is enough for every browser of today.
const style = await build({
  entryPoints: ['node_modules/katex/dist/katex.min.css'],
  bundle: true,
  minify: true,
  loader: { '.woff2': 'dataurl', '.woff': 'empty', '.ttf': 'empty' },
  write: false,
  outdir: 'dist',
  logLevel: 'warning',
});
const css = style.outputFiles[0].text.replace(/,\s*url\((?!"?data:)[^)]*\)\s*format\([^)]*\)/g, '');
writeFileSync('dist/katex.css', css);

const typescript = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [typescript, '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
