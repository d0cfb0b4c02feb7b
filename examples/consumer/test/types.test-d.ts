// What the compiler must refuse: checked by `npm run types`, never run.

import { expectGradient } from 'rederive/vitest';
import { expect } from 'vitest';

const f = (x: number[]): number => x.length;

// @ts-expect-error a shape is a text
expectGradient(f, '0', { x: 3 });
// @ts-expect-error there is no such layout
expectGradient(f, '0', { x: 'n' }, { layout: 'diagonal' });
// @ts-expect-error there is no such verdict
void expect('A = A').toHold({ A: 'n×n' }, { min: 'prooved' });
