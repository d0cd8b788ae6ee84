import { isLanguage } from '@foyer/domain/language';
import { nanoid } from 'nanoid';
import { ApiProblem } from '../../lib/api.ts';
import { language } from '../../lib/language.ts';
import { handleEnding } from '../talk/endings.ts';
import { sentenceOf } from '../talk/sentence-of.ts';
import type { Talk } from '../talk/talk.ts';
import { cards } from '../words.ts';
import type { AlertsApi } from './alerts-api.ts';
import { subscribeBrowser, unsubscribeBrowser } from './browser-push.ts';
import { insist } from './insist.ts';

/** Asks the browser for permission: call it in a click. Returns a sentence on failure. */
export async function startPush(talk: Talk, api: AlertsApi, key: string): Promise<string | null> {
  const permission = await Notification.requestPermission();
  // Of a refusal the card itself says what to do.
  if (permission === 'denied') return null;
  if (permission === 'default') return cards.pushUnasked;
  return renewPush(talk, api, key);
}

/** Tells the server this browser's current address for pushes. Returns a sentence on failure. */
export async function renewPush(talk: Talk, api: AlertsApi, key: string): Promise<string | null> {
  try {
    const subscription = await subscribeBrowser(key);
    const pushId = talk.keeper.read().pushId ?? nanoid();
    await insist(() => api.subscribe(pushId, subscription, isLanguage(language) ? language : 'en'));
    talk.keeper.change((kept) => ({ ...kept, pushId }));
    return null;
  } catch (cause) {
    if (!(cause instanceof ApiProblem)) return cards.pushFailed;
    return handleEnding(talk, cause) ? null : sentenceOf(cause);
  }
}

/** Returns a sentence on failure. */
export async function stopPush(talk: Talk, api: AlertsApi): Promise<string | null> {
  const { pushId } = talk.keeper.read();
  if (!pushId) return null;
  try {
    await insist(() => api.unsubscribe(pushId));
    talk.keeper.change(({ pushId: _, ...kept }) => kept);
    await leavePushes();
    return null;
  } catch (cause) {
    return handleEnding(talk, cause) ? null : sentenceOf(cause);
  }
}

/** Ends this browser's subscription unless a conversation on another page still uses it. */
export async function leavePushes(): Promise<void> {
  const isUsed = Object.entries(localStorage).some(([key, text]) => key.startsWith('foyer:') && text.includes('"pushId"'));
  if (!isUsed) await unsubscribeBrowser().catch(() => undefined);
}
