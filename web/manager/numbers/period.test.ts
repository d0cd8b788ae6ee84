import { describe, expect, test } from 'vitest';
import { changeWords } from './change-words.ts';
import { type Months, monthsOf, periodOf, scaleEnd } from './period.ts';

const MONTHS: Months = {
  '2026-11': {
    days: {
      '20': { views: 10, sections: { about: 4, faq: 1 }, conversations: 3, startedFrom: { projects: 1 }, messages: 5, replies: 4 },
      '21': { views: 2, sections: { about: 2 } },
    },
  },
  '2026-10': { days: { '22': { views: 12 }, '23': { views: 5 } } },
  '2026-09': { days: { '23': { views: 95 }, '22': { views: 1000 } } },
};

describe('a period', () => {
  const period = periodOf(MONTHS, '2026-11-21', 30);

  test('has all its days, the last one today, including days without a count', () => {
    expect(period.days).toHaveLength(30);
    expect(period.days[0]).toEqual({ name: '2026-10-23', counted: { views: 5 } });
    expect(period.days.at(-1)).toMatchObject({ name: '2026-11-21', counted: { views: 2 } });
    expect(period.days[10]?.counted).toEqual({});
  });

  test('is summed up, and compared with as many days before it', () => {
    expect(period.totals).toEqual({ views: 17, conversations: 3, messages: 5, replies: 4 });
    expect(period.before).toEqual({ views: 107, conversations: 0, messages: 0, replies: 0 });
    expect([...period.sections]).toEqual([
      ['about', 6],
      ['faq', 1],
    ]);
    expect([...period.starts]).toEqual([
      ['projects', 1],
      ['box', 2],
    ]);
  });

  test('needs the months of its own days and of the days before', () => {
    expect(monthsOf('2026-11-21', 30)).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(monthsOf('2026-11-21', 90)).toHaveLength(7);
  });

  test('shows small changes as numbers, large ones in percent, and none without earlier data', () => {
    expect(changeWords(period, 'views')).toBe('84% fewer than the previous 30 days');
    expect(changeWords(period, 'conversations')).toBe('3 more than the previous 30 days');
    expect(changeWords({ ...period, before: period.totals }, 'replies')).toBe('same as the previous 30 days');
    const before = { ...period.totals, views: 1000 };
    expect(changeWords({ ...period, totals: { ...before, views: 1004 }, before }, 'views')).toBe('about the same as the previous 30 days');
    expect(changeWords(periodOf({}, '2026-11-21', 90), 'views')).toBeNull();
    expect(periodOf(MONTHS, '2026-11-30', 30).before).toBeNull();
  });
});

test.each([
  [0, 5],
  [5, 5],
  [6, 6],
  [7, 8],
  [10, 10],
  [34, 40],
  [101, 150],
  [241, 250],
  [5001, 6000],
])('a scale for %i ends at %i', (max, end) => expect(scaleEnd(max)).toBe(end));
