/**
 * Every way a request can fail: a stable `code` for programs, an HTTP `status`, and a `title` that a person understands.
 * The wire form is RFC 9457 (`application/problem+json`).
 */
export const PROBLEMS = {
  'malformed-json': { status: 400, title: 'The request is not valid JSON.' },
  'invalid-request': { status: 400, title: 'Something in the request is missing or not allowed.' },
  'signed-out': { status: 401, title: 'Please sign in first.' },
  'session-ended': { status: 401, title: 'This browser no longer has this conversation. Use the resume code to come back.' },
  'not-the-app': { status: 401, title: 'This request does not come from the app itself. Please reload the page.' },
  'foreign-origin': { status: 403, title: 'Requests from other websites are not accepted.' },
  'sign-in-again': { status: 403, title: 'Sign in again first, so that we know it is you.' },
  'email-unverified': { status: 403, title: 'Please confirm your email address first: we sent you a link.' },
  'not-trusted': {
    status: 403,
    title: 'We could not tell this message from one that a program sends. Please try another browser or network.',
  },
  blocked: { status: 403, title: 'Messages are no longer taken in this conversation.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'unknown-slug': { status: 404, title: 'There is no page with this name.' },
  'no-page': { status: 404, title: 'You have no page yet: choose an address first.' },
  'unknown-conversation': { status: 404, title: 'You have no such conversation.' },
  'unknown-code': { status: 404, title: 'No conversation opens with this code. Check it, or write a new message.' },
  'method-not-allowed': { status: 405, title: 'This address does not accept that method.' },
  'message-conflict': { status: 409, title: 'Another message was already sent under this id.' },
  'code-in-use': { status: 409, title: 'This code is already in use. Please make another one.' },
  'slug-taken': { status: 409, title: 'This address is already taken.' },
  'slug-reserved': { status: 409, title: 'This address is reserved.' },
  'too-many-moves': {
    status: 409,
    title: 'Five addresses that you had still lead here, which is the most. Go back to one of them, or keep this one for a while.',
  },
  'changed-elsewhere': { status: 409, title: 'This was changed in another window meanwhile. Nothing was overwritten.' },
  'picture-gone': { status: 409, title: 'A picture is no longer kept here. Please add it once more.' },
  'too-many-pictures': {
    status: 409,
    title: 'You have 200 pictures here already. One that your page no longer shows makes room after a week.',
  },
  'page-exists': { status: 409, title: 'You already have a page at another address.' },
  'code-as-message': {
    status: 422,
    title: "That's a code, so we didn't send it. It opens a conversation: choose \u201cI have a code\u201d.",
  },
  'link-unknown': { status: 404, title: 'Your published page has no such link.' },
  'link-forbidden': { status: 422, title: 'Only pages that begin with https:// can be checked.' },
  'link-unreachable': { status: 422, title: 'That page could not be reached just now. Please check its address, or try again later.' },
  'link-unreadable': { status: 422, title: 'What is at that address is not a web page that we can read.' },
  'link-elsewhere': { status: 422, title: 'That address leads to another site. Link to the page there instead, then check again.' },
  'link-one-way': {
    status: 422,
    title: 'That page does not link back to yours yet. Put your address there as a link with rel="me", then check again.',
  },
  'body-too-slow': { status: 408, title: 'The request took too long to arrive. Check your connection and try again.' },
  'conversation-deleted': { status: 410, title: 'This conversation was deleted. You can write a new one.' },
  'body-too-large': { status: 413, title: 'The request is too large.' },
  'picture-too-heavy': { status: 413, title: 'This picture has more than 10 MB. Please take a smaller one.' },
  'picture-too-large': { status: 413, title: 'This picture has more than 24 megapixels. Please take a smaller one.' },
  'not-a-picture': { status: 415, title: 'We can’t use this file. Choose a JPEG, PNG, WebP or AVIF.' },
  'picture-moves': { status: 415, title: 'Animated images aren’t supported. Choose a still one.' },
  'picture-too-small': { status: 422, title: 'This picture is too small. Each side needs at least 64 pixels.' },
  'picture-too-narrow': {
    status: 422,
    title: 'This picture is too narrow. It can be up to 25 times as wide as it is high, or 93 times as high as it is wide.',
  },
  'picture-broken': { status: 422, title: 'This picture is damaged or not whole. Please save it once more, or take another.' },
  'unsupported-content-type': { status: 415, title: 'Only application/json in UTF-8 is accepted.' },
  'challenge-required': { status: 428, title: 'One moment: your browser has to show that it is not a program.' },
  'too-fast': { status: 429, title: 'That was a little fast. Please wait a moment and send again.' },
  'too-many-conversations': {
    status: 429,
    title: 'Many new conversations come from your network just now: please wait a little.',
  },
  'too-many-codes': { status: 429, title: 'Many codes were tried from your network just now. Please wait a moment.' },
  'too-many-new-codes': { status: 429, title: "You've made too many new codes today. Your current code still works." },
  'inbox-full': { status: 429, title: 'Very many people are writing here just now: please wait a little.' },
  internal: { status: 500, title: 'Something went wrong on our side. Nothing you wrote is lost; please try again.' },
  'new-conversations-paused': {
    status: 503,
    title: 'New conversations are not taken just now. Those that exist go on.',
  },
  'sending-paused': { status: 503, title: 'Nothing can be sent just now. Everything stays readable.' },
  busy: { status: 503, title: 'We are busy just now. Please try again in a moment.' },
} as const satisfies Record<string, { status: number; title: string }>;

/** A stable name of a failure. */
export type ProblemCode = keyof typeof PROBLEMS;

/** What is wrong with one field: its dotted path and a sentence. */
export interface FieldError {
  path: string;
  message: string;
}

/** A small proof of work that lets a browser send which nothing else vouches for (see challenge.ts). */
export interface Challenge {
  algorithm: string;
  challenge: string;
  maxnumber: number;
  salt: string;
  signature: string;
}

/** The body of every error answer (RFC 9457), with `retryAfterSeconds` where waiting helps. */
export interface ProblemBody {
  type: 'about:blank';
  title: string;
  status: number;
  code: ProblemCode;
  errors?: FieldError[];
  suggestion?: string;
  /** With `challenge-required`. */
  challenge?: Challenge;
  retryAfterSeconds?: number;
  /** With `session-ended`: the cookie has no such conversation. Without it, the browser was signed out. */
  isSessionMissing?: true;
}
