// Plots as SVG text, drawn when the report is built: errors in units of their bound, and the error of differences against the step.

import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Curve, CurvePoint } from '../../sample/index.ts';
import { Markup } from './markup.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const COMMON = {
  document,
  width: 560,
  height: 320,
  marginBottom: 45,
  style: { fontSize: '12px' },
};
const LEAST = 1e-18;
const BINS = Array.from({ length: 41 }, (_, i) => i / 40);

/** What is used of an SVG element. */
interface Drawing {
  setAttribute(name: string, value: string): void;
  readonly outerHTML: string;
}
const drawn = (label: string, plot: Drawing): Markup => {
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', label);
  // One label for the whole picture: those of its groups have no role to name.
  return new Markup(plot.outerHTML.replace(/(<(?!svg)[a-z]+[^>]*?) aria-label="[^"]*"/g, '$1'));
};

/** log–log: slope 2 of central differences, 4 of extrapolated ones, and the floor of rounding. */
export const differencePlot = ({ central, extrapolated }: Curve): Markup => {
  const named = (method: string, of: readonly CurvePoint[]): object[] =>
    of.map(({ step, error }) => ({ method, step, error: Math.max(error, LEAST) }));
  const points = [...named('central differences', central), ...named('extrapolated', extrapolated)];
  const noise = central.map(({ step, noise: error }) => ({ step, error: Math.max(error, LEAST) }));
  const plot = Plot.plot({
    ...COMMON,
    marginLeft: 60,
    x: { type: 'log', label: 'step h', grid: true, ticks: 6, tickFormat: '.0e' },
    y: { type: 'log', label: 'error', grid: true, tickFormat: '.0e' },
    color: { domain: ['central differences', 'extrapolated'], range: ['var(--first)', 'var(--second)'] },
    symbol: { domain: ['central differences', 'extrapolated'], range: ['circle', 'times'] },
    marks: [
      Plot.areaY(noise, { x: 'step', y1: LEAST, y2: 'error', fill: 'currentColor', fillOpacity: 0.08 }),
      Plot.line(points, { x: 'step', y: 'error', stroke: 'method' }),
      Plot.dot(points, { x: 'step', y: 'error', stroke: 'method', symbol: 'method', r: 2.5 }),
    ],
  });
  return drawn('Error of finite differences against the step, on logarithmic scales', plot);
};

/** How many instances erred by how much of what they may. */
export const ratioPlot = (ratios: readonly number[]): Markup => {
  const plot = Plot.plot({
    ...COMMON,
    height: 220,
    marginBottom: 45,
    x: { label: 'error in units of its bound', domain: [0, Math.max(1, ...ratios)] },
    y: { label: 'instances', grid: true },
    marks: [
      Plot.rectY(
        ratios.map(ratio => ({ ratio })),
        { ...Plot.binX({ y: 'count' }, { x: 'ratio', thresholds: BINS }), fill: 'var(--first)' },
      ),
      Plot.ruleX([1], { stroke: 'var(--bad)', strokeDasharray: '4 3' }),
    ],
  });
  return drawn('How many instances erred by how much, in units of the error bound', plot);
};
