import { describe, expect, it } from 'vitest';
import { snoozeTimes } from './snooze-times.ts';

const offered = (now: string) =>
  snoozeTimes(new Date(now).getTime()).map(({ name, atMs }) => `${name}: ${new Date(atMs).toString().slice(0, 21)}`);

describe('a conversation can be put off', () => {
  it('until tomorrow morning or next Monday morning', () => {
    expect(offered('2026-03-11T16:45:12')).toEqual(['Tomorrow: Thu Mar 12 2026 09:00', 'Next Monday: Mon Mar 16 2026 09:00']);
  });

  it('until tomorrow, not today, when it is still night', () => {
    expect(offered('2026-03-11T00:10:00')[0]).toBe('Tomorrow: Thu Mar 12 2026 09:00');
  });

  it('for a whole week on a Monday', () => {
    expect(offered('2026-03-16T08:00:00')[1]).toBe('Next Monday: Mon Mar 23 2026 09:00');
  });

  it('to one moment only on a Sunday, when tomorrow is Monday', () => {
    expect(offered('2026-03-15T12:00:00')).toEqual(['Tomorrow: Mon Mar 16 2026 09:00']);
  });

  it('over the end of a month and a change of the clocks', () => {
    expect(offered('2026-02-28T12:00:00')[0]).toBe('Tomorrow: Sun Mar 01 2026 09:00');
    expect(offered('2026-03-28T12:00:00')[0]).toBe('Tomorrow: Sun Mar 29 2026 09:00');
  });
});
