import { SLUG_MAX } from '@foyer/domain/limits';
import { routeHref } from './route.ts';

/** The target of the front page's form, with the address that a person would like: `/app/sign-up?slug=ada-moreau`. */
const SIGN_UP = '/app/sign-up';

type Place = Pick<Location, 'pathname' | 'search'>;

/** Whether a person comes to create a page, and not to return to their inbox. */
export function isSignUp({ pathname }: Place = location): boolean {
  return pathname.replace(/\/$/, '') === SIGN_UP;
}

/** The address typed on the front page, without spaces and in lower case, or `null`. Whether it is available is checked later. */
export function wantedSlug(place: Place = location): string | null {
  if (!isSignUp(place)) return null;
  const typed = new URLSearchParams(place.search).get('slug') ?? '';
  // Someone may have pasted a whole URL. Cut to the length that the field accepts.
  const last = typed.trim().replace(/\/+$/, '').replace(/^.*\//, '');
  return last.toLowerCase().slice(0, SLUG_MAX + 10) || null;
}

/** Where creating a page continues, on any device. */
export function signUpHref(slug: string | null): string {
  return slug === null ? routeHref({}) : `${SIGN_UP}?${new URLSearchParams({ slug })}`;
}

/** Replaces that address once the page exists. */
export function leaveSignUp(): void {
  if (isSignUp()) history.replaceState(null, '', routeHref({}));
}
