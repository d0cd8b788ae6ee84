import { TEXT_MAX } from '@foyer/domain/limits';
import { test } from 'vitest';
import { ORDINARY, SLOW_TEXTS, TEXT_PATHS, workOf } from '../support/slow-texts.ts';
import { median, printReport, within } from './report.ts';

printReport();

const ROUNDS = 10;

test.each(Object.entries(TEXT_PATHS))(
  'no text makes %s cost more than five ordinary texts',
  (path, { act, size = TEXT_MAX, ordinary = ORDINARY }) => {
    const costOf = (kind: string) => {
      const text = SLOW_TEXTS[kind]?.(size) ?? '';
      return workOf(() => act(text), ROUNDS) / (Buffer.byteLength(text) / 1000);
    };
    const base = median(ordinary.map(costOf));
    const costs = Object.keys(SLOW_TEXTS).map((kind) => ({ kind, cost: costOf(kind) }));
    const worst = costs.reduce((one, other) => (other.cost > one.cost ? other : one));
    within(`text, ${path}: CPU per kB, worst / median text`, worst.cost / base, 5, '', `${base.toFixed(1)} us/kB; ${worst.kind}`);
  },
);
