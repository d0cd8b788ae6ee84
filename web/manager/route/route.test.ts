import { describe, expect, it } from 'vitest';
import { parseRoute, routeHref } from './route.ts';

const id = '0123456789abcdef0123456789abcdef';
const parse = (address: string) => parseRoute(new URL(address, 'https://foyer.example'));

describe('an address', () => {
  it('leads back to itself', () => {
    for (const address of [
      '/app',
      '/app?view=snoozed',
      '/app?view=archive',
      '/app?view=requests',
      '/app?view=spam',
      `/app/c/${id}`,
      `/app/c/${id}?view=archive`,
      '/app/page',
      '/app/share',
      '/app/numbers',
      '/app/me',
    ]) {
      expect(routeHref(parse(address))).toBe(address);
    }
  });

  it('of the archive is understood as it was spelled before', () => {
    expect(parse('/app?view=closed').view).toBe('archive');
    expect(routeHref(parse(`/app/c/${id}?view=closed`))).toBe(`/app/c/${id}?view=archive`);
  });

  it('is the open inbox when it says nothing, or nothing known', () => {
    for (const address of ['/app', '/app/', '/app/settings', '/app?view=inbox', '/app?view=']) {
      expect(parse(address)).toEqual({ view: 'open', conversationId: null, screen: null });
    }
  });

  it('opens no conversation by an id that cannot be one', () => {
    for (const wrong of ['', 'x', id.toUpperCase(), `${id}0`, `${id}/messages`, '..%2f..']) {
      expect(parse(`/app/c/${wrong}`).conversationId).toBeNull();
    }
  });
});
