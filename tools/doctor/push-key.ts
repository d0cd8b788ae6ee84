import { pushKeyEndpoint } from '@foyer/domain/device-schema';
import { send, Unanswered } from '../google/answer.ts';
import type { Deployment, Google } from '../google/google.ts';
import { advice, type Finding } from './finding.ts';

/** Checks that the site has a key for notifications, by asking the site for its public one. Reads no secret, and sends no credentials. */
export async function pushKey(_: Google, { projectId, addressOf, timeoutMs }: Deployment): Promise<Finding[]> {
  const host = `${projectId}.web.app`;
  const { status, json } = await send(`${addressOf(host)}${pushKeyEndpoint.path}`, {}, timeoutMs);
  const answer = pushKeyEndpoint.answer.safeParse(json);
  if (!answer.success) throw new Unanswered(`${host}${pushKeyEndpoint.path} answered ${status}. Deploy the site and try again.`);
  if (answer.data.publicKey !== null) return [];
  const log = `https://console.cloud.google.com/logs/query;query=push.key-unreadable?project=${projectId}`;
  return [
    advice(
      `The site sends no notifications: VAPID_PRIVATE_KEY is \`off\` or not a key (then the log says push.key-unreadable: ${log}). To turn them on, replace it and deploy: \`openssl rand -hex 32 | npx firebase functions:secrets:set VAPID_PRIVATE_KEY --project ${projectId} --data-file -\`.`,
    ),
  ];
}
