/** One account per level of trust: a hole in the image decoder must not reveal the secrets. Rights: `tools/set-up/accounts.ts`. */
export const ACCOUNTS = {
  /** Has all secrets, signs visitors' tokens, changes accounts. */
  api: 'foyer-api',
  page: 'foyer-page',
  views: 'foyer-views',
  /** Decodes files from strangers. */
  pictures: 'foyer-pictures',
  /** Tells people of messages: its secrets are those of push and mail only. */
  events: 'foyer-events',
  /** Runs everything else that no outside request starts. */
  jobs: 'foyer-jobs',
} as const;

export const BUDGET_TOPIC = 'budget-alerts';
