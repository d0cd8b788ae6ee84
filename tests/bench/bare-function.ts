import { paths } from '@foyer/domain/paths';
import { getApp, getApps, initializeApp } from 'firebase-admin/app';
import { FieldValue, getFirestore } from 'firebase-admin/firestore';
import { onRequest } from 'firebase-functions/v2/https';

interface Body {
  managerId: string;
  conversationId: string;
  messageId: string;
  text: string;
}

/** The baseline for sending: the same two writes without any checks. */
export const bare = onRequest({ region: 'europe-west1' }, async (request, response) => {
  const db = getFirestore(getApps().length > 0 ? getApp() : initializeApp());
  const { managerId, conversationId, messageId, text } = request.body as Body;
  const now = FieldValue.serverTimestamp();
  const batch = db.batch();
  batch.create(db.doc(paths.message(managerId, conversationId, messageId)), { sender: 'visitor', text, createdAt: now });
  batch.update(db.doc(paths.conversation(managerId, conversationId)), {
    lastMessage: { id: messageId, sender: 'visitor', preview: text, at: now },
    unread: FieldValue.increment(1),
    messageCount: FieldValue.increment(1),
    updatedAt: now,
  });
  await batch.commit();
  response.json({ id: messageId });
});
