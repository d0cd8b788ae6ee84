import { SLUG_MAX } from '@foyer/domain/limits';

/** Where the front page leads, with the address that a person would like to have: `/app/sign-up?slug=ada-moreau`. */
const SIGN_UP = '/app/sign-up';

type Place = Pick<Location, 'pathname' | 'search'>;

/** Whether a person comes to make a page, and not to go back to their inbox. */
export function isSignUp({ pathname }: Place = location): boolean {
  return pathname.replace(/\/$/, '') === SIGN_UP;
}

/** The address that was typed on the front page, as typed but for spaces and capitals, or `null`. Whether it can be had is asked later. */
export function wantedSlug(place: Place = location): string | null {
  if (!isSignUp(place)) return null;
  const typed = new URLSearchParams(place.search).get('slug') ?? '';
  // Somebody may have pasted a whole address; and no more than the field for it takes.
  const last = typed.trim().replace(/\/+$/, '').replace(/^.*\//, '');
  return last.toLowerCase().slice(0, SLUG_MAX + 10) || null;
}

/** Where the way to a page goes on, on any device. */
export function signUpHref(slug: string | null): string {
  return slug === null ? '/app' : `${SIGN_UP}?${new URLSearchParams({ slug })}`;
}

/** Leaves that way once there is a page. */
export function leaveSignUp(): void {
  if (isSignUp()) history.replaceState(null, '', '/app');
}
