import { paths } from '@foyer/domain/paths';
import { onRequest } from 'firebase-functions/v2/https';
import { setGlobalOptions } from 'firebase-functions/v2/options';
import { onMessagePublished } from 'firebase-functions/v2/pubsub';
import { onSchedule } from 'firebase-functions/v2/scheduler';
import { onCreated } from './events/trigger.ts';
import { letRobotsThrough } from './http/robots-path.ts';
import { takeBodiesUnparsed } from './http/unparsed-body.ts';
import { addressKey, resumeSecret, runAs, sessionSecret, smtpUrl, vapidPrivateKey } from './params.ts';
import { BUDGET_TOPIC } from './service-accounts.ts';

/** Every deployed function. Each loads only its own code, at its first event. */
setGlobalOptions({ region: 'europe-west1', memory: '512MiB', timeoutSeconds: 30 });
takeBodiesUnparsed(['api', 'views', 'page', 'pictures']);
letRobotsThrough();

export const api = onRequest(
  {
    serviceAccount: runAs('api'),
    concurrency: 20,
    maxInstances: 10,
    memory: '1GiB',
    secrets: [resumeSecret, sessionSecret, vapidPrivateKey, smtpUrl, addressKey],
    invoker: 'public',
  },
  async (request, response) => (await import('./api.ts')).answer(request, response),
);

/** Separate from the API: these requests wait to be written together, and must not take the slots of people who write. Has no secret. */
export const views = onRequest(
  { serviceAccount: runAs('views'), concurrency: 200, maxInstances: 2, invoker: 'public' },
  async (request, response) => (await import('./statistics/views.ts')).answer(request, response),
);

export const page = onRequest(
  { serviceAccount: runAs('page'), concurrency: 80, maxInstances: 10, invoker: 'public' },
  async (request, response) => (await import('./public-page/page.ts')).answer(request, response),
);

/** Separate from the API, so no picture can take a conversation's CPU or memory. Has no secret. */
export const pictures = onRequest(
  { serviceAccount: runAs('pictures'), concurrency: 20, maxInstances: 4, memory: '2GiB', timeoutSeconds: 60, invoker: 'public' },
  async (request, response) => (await import('./pictures.ts')).answer(request, response),
);

/** Retried by the platform if it throws: only a database that can't be written makes it throw. */
export const onMessageCreated = onCreated(
  {
    serviceAccount: runAs('events'),
    document: paths.message('{managerId}', '{conversationId}', '{messageId}'),
    concurrency: 40,
    maxInstances: 10,
    retry: true,
    secrets: [vapidPrivateKey, smtpUrl, addressKey],
  },
  async (event) => (await import('./events/on-message-created.ts')).onMessageCreated(event),
);

export const tellLater = onSchedule(
  {
    serviceAccount: runAs('events'),
    schedule: 'every 5 minutes',
    maxInstances: 1,
    timeoutSeconds: 300,
    secrets: [vapidPrivateKey, smtpUrl, addressKey],
  },
  async () => (await import('./events/tell-later.ts')).tellLater(),
);

export const purge = onSchedule(
  { serviceAccount: runAs('jobs'), schedule: 'every 60 minutes', maxInstances: 1, timeoutSeconds: 540 },
  async () => (await import('./purge.ts')).purgeWhatIsDue(),
);

export const checkAccounts = onSchedule(
  { serviceAccount: runAs('jobs'), schedule: 'every 60 minutes', maxInstances: 1, timeoutSeconds: 540 },
  async () => (await import('./accounts/check-accounts.ts')).checkDueAccounts(),
);

/** Also sends scheduled replies. It keeps its name: a new one would be another job. */
export const wakeConversations = onSchedule(
  { serviceAccount: runAs('jobs'), schedule: 'every 5 minutes', maxInstances: 1, timeoutSeconds: 240 },
  async () => (await import('./conversations/when-due.ts')).doWhatIsDue(),
);

export const countMessages = onSchedule(
  { serviceAccount: runAs('jobs'), schedule: 'every 60 minutes', maxInstances: 1, timeoutSeconds: 540 },
  async () => (await import('./statistics/count-messages.ts')).countDueMessages(),
);

/** Not retried: the budget sends its state several times a day. */
export const stopOnBudget = onMessagePublished({ serviceAccount: runAs('jobs'), topic: BUDGET_TOPIC, maxInstances: 1 }, async ({ data }) =>
  (await import('./limits/stop-on-budget.ts')).stopOnBudget(data.message),
);
