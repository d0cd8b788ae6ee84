import { nameTermsOf } from '@foyer/domain/message-terms';
import type { VisitorDetails } from '@foyer/domain/visitor';
import { FieldValue } from '@google-cloud/firestore';
import type { Cloud } from '../cloud.ts';
import type { OpenSession } from '../sessions/session-cookie.ts';
import { refuseCode } from './refuse-code.ts';
import { writeAsVisitor } from './write-as-visitor.ts';

/** Changes a visitor's name and email, for the inbox and later copies. Throws `code-as-message`, or what `writeAsVisitor` throws. */
export async function changeVisitor(cloud: Cloud, session: OpenSession, { name, email }: VisitorDetails): Promise<VisitorDetails> {
  refuseCode(name);
  return writeAsVisitor(cloud, session, {
    changes: (_, __, { section }) => ({
      'visitor.name': name,
      terms: nameTermsOf(name, section),
      'visitor.email': email ?? FieldValue.delete(),
      updatedAt: FieldValue.serverTimestamp(),
    }),
    written: () => ({ name, ...(email === undefined ? {} : { email }) }),
  });
}
