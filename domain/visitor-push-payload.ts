/** What the visitor's service worker gets with a push. */
export interface VisitorPushPayload {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** The conversation: its later notifications replace earlier ones. */
  tag: string;
  /** The page that a click opens. */
  slug: string;
  /** When the reply was sent, in ms since 1970: an older one never replaces a newer one. */
  sentAtMs: number;
}
