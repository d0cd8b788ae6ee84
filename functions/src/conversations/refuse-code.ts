import { codeAlone } from '@foyer/domain/typed-code';
import { Problem } from '../http/problem.ts';

/**
 * Refuses a message that is only a resume code or link: it was meant for another field, and the manager must never read it. The message box
 * asks first; this covers every other client. Throws `code-as-message`.
 */
export function refuseCode(text: string): void {
  if (codeAlone(text)) throw new Problem('code-as-message');
}
