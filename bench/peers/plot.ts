// The ratios as a picture: minimum to maximum as a line, the median as a dot, what is wanted as a tick.

import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Result } from './run.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

export const plotted = (rows: readonly Result[]): string => {
  const data = rows.map(({ workload, peer, ratio, target }) => ({
    row: `${workload} · ${peer}`,
    ...ratio,
    target,
  }));
  const y = { y: 'row' } as const;
  const plot = Plot.plot({
    document,
    width: 1000,
    height: 60 + 24 * data.length,
    marginLeft: 520,
    marginBottom: 40,
    style: { fontSize: '12px', background: 'white', color: 'black' },
    x: { type: 'log', label: 'their time / ours; red: wanted at least', grid: true, tickFormat: 'd' },
    y: { label: null, domain: data.map(d => d.row) },
    marks: [
      Plot.ruleX([1], { strokeOpacity: 0.5 }),
      Plot.ruleY(data, { ...y, x1: 'min', x2: 'max', stroke: 'steelblue', strokeWidth: 2 }),
      Plot.dot(data, { ...y, x: 'median', fill: 'steelblue', r: 4 }),
      Plot.tickX(data, { ...y, x: 'target', stroke: 'crimson', strokeWidth: 2 }),
    ],
  });
  plot.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${plot.outerHTML}\n`;
};
