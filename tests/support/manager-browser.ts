import type { Account } from './account.ts';
import { type Send, Visitor } from './visitor.ts';

/** The dashboard's browser: each of its requests carries the ID token that the account has then, or none. */
export function managerBrowser(send: Send, account: Pick<Account, 'idToken'> | null): Visitor {
  return new Visitor((path, init) => {
    const proof = account ? { authorization: `Bearer ${account.idToken}` } : {};
    return send(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...proof } });
  });
}
