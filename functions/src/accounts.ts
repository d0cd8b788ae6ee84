/**
 * The service accounts of the functions, one for each level of trust: a hole in the image decoder must not open the secrets. What each may
 * do is in `scripts/set-up/accounts.ts`. firebase-tools completes `name@` with the project it deploys to; emulators ignore it.
 */
export const ACCOUNTS = {
  /** Holds both secrets, signs visitors' tokens, changes accounts. */
  api: 'foyer-api@',
  /** Reads what pages show. */
  page: 'foyer-page@',
  /** Counts views. */
  views: 'foyer-views@',
  /** Decodes what strangers' programs made. */
  pictures: 'foyer-pictures@',
  /** Everything that no request from outside starts. */
  jobs: 'foyer-jobs@',
} as const;

/** The Pub/Sub topic that the project's budget notifies. */
export const BUDGET_TOPIC = 'budget-alerts';
