import type { Account } from './account.ts';
import { type Send, Visitor } from './visitor.ts';

/** The dashboard's browser: each request has the account's current ID token, or none. */
export function managerBrowser(send: Send, account: Pick<Account, 'idToken'> | null): Visitor {
  return new Visitor((path, init) => {
    const proof = account ? { authorization: `Bearer ${account.idToken}` } : {};
    return send(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...proof } });
  });
}
