import type { Account } from './account.ts';
import { type Send, Visitor } from './visitor.ts';

/** The dashboard's browser: each of its requests carries the account's ID token, or none. */
export function managerBrowser(send: Send, account: Pick<Account, 'idToken'> | null): Visitor {
  const proof = account ? { authorization: `Bearer ${account.idToken}` } : {};
  return new Visitor((path, init) => send(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...proof } }));
}
