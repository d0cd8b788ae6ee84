/**
 * The service accounts of the functions, one for each level of trust: a hole in the image decoder must not open the secrets. What each may
 * do is in `tools/set-up/accounts.ts`; `runAs` in `params.ts` completes the name with the project.
 */
export const ACCOUNTS = {
  /** Holds both secrets, signs visitors' tokens, changes accounts. */
  api: 'foyer-api',
  /** Reads what pages show. */
  page: 'foyer-page',
  /** Counts views. */
  views: 'foyer-views',
  /** Decodes what strangers' programs made. */
  pictures: 'foyer-pictures',
  /** Everything that no request from outside starts. */
  jobs: 'foyer-jobs',
} as const;

/** The Pub/Sub topic that the project's budget notifies. */
export const BUDGET_TOPIC = 'budget-alerts';
