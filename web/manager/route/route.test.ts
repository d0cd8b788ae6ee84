import { describe, expect, it } from 'vitest';
import { parseRoute, rootWithSlash, routeHref } from './route.ts';

const id = '0123456789abcdef0123456789abcdef';
const parse = (address: string) => parseRoute(new URL(address, 'https://foyer.example'));

describe('an address', () => {
  it('survives parsing and building', () => {
    for (const address of [
      '/app/',
      '/app/?view=snoozed',
      '/app/?view=archive',
      '/app/?view=requests',
      '/app/?view=spam',
      '/app/?view=unread',
      '/app/?view=waiting',
      '/app/?view=pinned',
      '/app/?view=muted',
      '/app/label/x7',
      `/app/c/${id}`,
      `/app/c/${id}?view=archive`,
      `/app/c/${id}?view=label:x7`,
      `/app/c/${id}?m=V1StGXR8_Z5jdHi6B-myT`,
      `/app/c/${id}?view=spam&m=V1StGXR8_Z5jdHi6B-myT`,
      '/app/search',
      '/app/search?q=invoice+from%3Amina',
      '/app/search?q=%D9%85%D9%88%D8%B9%D8%AF&view=archive',
      '/app/page',
      '/app/share',
      '/app/numbers',
      '/app/settings',
      '/app/me',
      '/app/send',
    ]) {
      expect(routeHref(parse(address))).toBe(address);
    }
  });

  it('with the former name of the archive view is understood', () => {
    expect(parse('/app?view=closed').view).toBe('archive');
    expect(routeHref(parse(`/app/c/${id}?view=closed`))).toBe(`/app/c/${id}?view=archive`);
  });

  it('of the inbox gets a slash at its end, which the service worker needs', () => {
    const corrected = (address: string) => rootWithSlash(new URL(address, 'https://foyer.example'));
    expect(corrected('/app')).toBe('/app/');
    expect(corrected('/app?view=spam#x')).toBe('/app/?view=spam#x');
    for (const other of ['/app/', '/app/me', '/apple']) expect(corrected(other)).toBeNull();
  });

  it('is the open inbox if it names no view or an unknown one', () => {
    for (const address of [
      '/app',
      '/app/',
      '/app/nowhere',
      '/app?view=inbox',
      '/app?view=',
      '/app/label/',
      '/app/label/%2e%2e',
      '/app?view=label:',
    ]) {
      expect(parse(address)).toEqual({ view: 'open', conversationId: null, screen: null });
    }
  });

  it('keeps a search of up to 500 characters, also with half of an emoji', () => {
    expect(parse(`/app/search?q=${'x'.repeat(600)}`).query).toBe('x'.repeat(500));
    expect(parse(`/app/search?q=${'x'.repeat(499)}${encodeURIComponent('🇩🇪')}`).query).toBe('x'.repeat(499));
    expect(parse(routeHref({ screen: 'search', query: 'a & b = c + d #' })).query).toBe('a & b = c + d #');
    expect(routeHref({ screen: 'search', query: '\ud83d' })).toBe('/app/search?q=%EF%BF%BD');
    expect(parse('/app/search?q=').query).toBeUndefined();
    expect(parse('/app/settings?q=x').query).toBeUndefined();
  });

  it('names no message if that is invalid, or without a conversation', () => {
    for (const wrong of ['m=', 'm=a%22b', `m=${'x'.repeat(41)}`]) expect(parse(`/app/c/${id}?${wrong}`).messageId).toBeUndefined();
    expect(parse('/app/?m=V1StGXR8_Z5jdHi6B-myT').messageId).toBeUndefined();
  });

  it('opens no conversation for an invalid id', () => {
    for (const wrong of ['', 'x', id.toUpperCase(), `${id}0`, `${id}/messages`, '..%2f..']) {
      expect(parse(`/app/c/${wrong}`).conversationId).toBeNull();
    }
  });
});
