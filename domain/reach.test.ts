import { describe, expect, test } from 'vitest';
import { addedPush, PUSHES_MAX, pushesAfter, type VisitorPush } from './reach.ts';

const push = (name: string, askedAtMs = 0, endpoint = `https://push.example/${name}`): VisitorPush => ({
  endpoint,
  p256dh: 'key',
  auth: 'secret',
  sessionId: `session-${name}`,
  language: 'en',
  askedAtMs,
});

describe('a further browser that asks for pushes', () => {
  test('is added', () => {
    expect(addedPush({}, 'a', push('a'))).toEqual({ a: push('a') });
    expect(addedPush({ a: push('a') }, 'b', push('b'))).toEqual({ b: push('b') });
  });

  test('replaces its own earlier entry', () => {
    expect(addedPush({ a: push('a', 1) }, 'a', push('a', 2))).toEqual({ a: push('a', 2) });
  });

  test('removes the one that asked longest ago once there are too many', () => {
    const pushes = { a: push('a', 2), b: push('b', 1), c: push('c', 3) };
    expect(Object.keys(pushes)).toHaveLength(PUSHES_MAX);
    expect(addedPush(pushes, 'd', push('d', 4))).toEqual({ b: null, d: push('d', 4) });
    expect(addedPush(pushes, 'b', push('b', 4))).toEqual({ b: push('b', 4) });
  });

  test('takes the place of another entry with the same endpoint', () => {
    const pushes = { a: push('a', 1), b: push('b', 2), c: push('c', 3) };
    expect(addedPush(pushes, 'd', push('d', 4, pushes.c.endpoint))).toEqual({ c: null, d: push('d', 4, pushes.c.endpoint) });
  });
});

describe('when sessions end', () => {
  const pushes = { a: push('a'), b: push('b') };

  test('their pushes are removed, and no others', () => {
    expect(pushesAfter(pushes, (sessionId) => sessionId === 'session-a')).toEqual({ a: null });
    expect(pushesAfter(pushes, () => true)).toEqual({ a: null, b: null });
    expect(pushesAfter(pushes, () => false)).toEqual({});
  });

  test('the push of the session that goes on keeps it, under its new id', () => {
    expect(pushesAfter(pushes, () => true, { from: 'session-b', to: 'new' })).toEqual({ a: null, b: { ...push('b'), sessionId: 'new' } });
  });
});
