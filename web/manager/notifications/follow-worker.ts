import { TEXT_MAX } from '@foyer/domain/limits';
import { normaliseText, textFault } from '@foyer/domain/text';
import { nanoid } from 'nanoid';
import type { Store } from '../firebase/store.ts';
import { keepDraft, readDraft } from '../messages/drafts.ts';
import { repliesOf } from '../messages/replies.ts';
import { navigate } from '../route/history.ts';
import { ASKED_MS, draftOf, type FromWorker } from './from-worker.ts';

/** Opens conversations, and sends replies, of notifications that are clicked. Returns a function that stops it. */
export function followWorker(store: Store): () => void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return () => {};
  const hear = ({ data, ports: [port] }: MessageEvent) => {
    const { conversationId, reply, askedAt } = data as Partial<FromWorker>;
    if (!port || conversationId === undefined || askedAt === undefined || Date.now() - askedAt > ASKED_MS) return;
    port.postMessage(true);
    const isSent = typeof reply === 'string' && sendReply(store, conversationId, reply);
    if (!isSent) navigate({ view: 'open', conversationId, screen: null });
  };
  serviceWorker.addEventListener('message', hear);
  serviceWorker.startMessages();
  return () => serviceWorker.removeEventListener('message', hear);
}

/** Takes a draft out of the address, where a notification put it: `/app/c/…#draft=…`. */
export function takeDraft(conversationId: string | null): void {
  const draft = draftOf(location.hash);
  if (draft === null || conversationId === null) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  addToDraft(conversationId, normaliseText(draft));
}

/** `false` if the text can't be sent as it is: it is in the conversation's draft then. */
function sendReply(store: Store, conversationId: string, typed: string): boolean {
  const text = normaliseText(typed);
  if (textFault(text, TEXT_MAX) === null) {
    repliesOf(store, conversationId).send({ messageId: nanoid(), text });
    return true;
  }
  addToDraft(conversationId, text);
  return false;
}

function addToDraft(conversationId: string, text: string): void {
  if (text !== '') keepDraft(conversationId, [readDraft(conversationId), text].filter(Boolean).join('\n\n'));
}
