import { onRequest } from 'firebase-functions/v2/https';
import { setGlobalOptions } from 'firebase-functions/v2/options';
import { onMessagePublished } from 'firebase-functions/v2/pubsub';
import { onSchedule } from 'firebase-functions/v2/scheduler';
import { letRobotsThrough } from './http/robots-path.ts';
import { takeBodiesUnparsed } from './http/unparsed-body.ts';
import { resumeSecret, runAs, sessionSecret } from './params.ts';
import { BUDGET_TOPIC } from './service-accounts.ts';

/** Every deployed function. Each loads its own code at its first event, and no other's. */
setGlobalOptions({ region: 'europe-west1', memory: '512MiB', timeoutSeconds: 30 });
takeBodiesUnparsed(['api', 'views', 'page', 'pictures']);
letRobotsThrough();

export const api = onRequest(
  {
    serviceAccount: runAs('api'),
    concurrency: 20,
    maxInstances: 10,
    memory: '1GiB',
    secrets: [resumeSecret, sessionSecret],
    invoker: 'public',
  },
  async (request, response) => (await import('./api.ts')).answer(request, response),
);

/** The API's counting of views, apart: they wait to be written together, and must not take the places of those who write. It holds no secret. */
export const views = onRequest(
  { serviceAccount: runAs('views'), concurrency: 200, maxInstances: 2, invoker: 'public' },
  async (request, response) => (await import('./statistics/views.ts')).answer(request, response),
);

export const page = onRequest(
  { serviceAccount: runAs('page'), concurrency: 80, maxInstances: 10, invoker: 'public' },
  async (request, response) => (await import('./public-page/page.ts')).answer(request, response),
);

/** Apart from the API, so that no picture can take a conversation's processor or memory. It holds no secret. */
export const pictures = onRequest(
  { serviceAccount: runAs('pictures'), concurrency: 20, maxInstances: 4, memory: '2GiB', timeoutSeconds: 60, invoker: 'public' },
  async (request, response) => (await import('./pictures.ts')).answer(request, response),
);

export const purge = onSchedule(
  { serviceAccount: runAs('jobs'), schedule: 'every 60 minutes', maxInstances: 1, timeoutSeconds: 540 },
  async () => (await import('./purge.ts')).purgeWhatIsDue(),
);

export const checkAccounts = onSchedule(
  { serviceAccount: runAs('jobs'), schedule: 'every 60 minutes', maxInstances: 1, timeoutSeconds: 540 },
  async () => (await import('./accounts/check-accounts.ts')).checkDueAccounts(),
);

export const wakeConversations = onSchedule(
  { serviceAccount: runAs('jobs'), schedule: 'every 5 minutes', maxInstances: 1, timeoutSeconds: 240 },
  async () => (await import('./conversations/wake-conversations.ts')).wakeDueConversations(),
);

export const countMessages = onSchedule(
  { serviceAccount: runAs('jobs'), schedule: 'every 60 minutes', maxInstances: 1, timeoutSeconds: 540 },
  async () => (await import('./statistics/count-messages.ts')).countDueMessages(),
);

/** Not repeated when it fails: the budget sends its state several times a day. */
export const stopOnBudget = onMessagePublished({ serviceAccount: runAs('jobs'), topic: BUDGET_TOPIC, maxInstances: 1 }, async ({ data }) =>
  (await import('./limits/stop-on-budget.ts')).stopOnBudget(data.message),
);
