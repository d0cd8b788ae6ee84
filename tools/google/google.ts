import { z } from 'zod';
import { type Answer, type Problem, problemOf, send, Unanswered } from './answer.ts';

export interface Deployment {
  projectId: string;
  /** An OAuth access token of the person who runs the command. */
  token: string;
  /** The base URL of a Google service: `https://` and its host, or a stand-in of the tests or emulators. */
  addressOf(host: string): string;
  /** For each request. */
  timeoutMs: number;
  /** Emulators have no settings to read. */
  isEmulated?: boolean;
}

type Ask = <T>(host: string, path: string, body: object | null, schema: z.ZodType<T>) => Promise<T | null>;

/** Calls Google's services. Returns `null` if a resource doesn't exist; throws `Unanswered` on any other failure. */
export interface Google {
  get<T>(host: string, path: string, schema: z.ZodType<T>): Promise<T | null>;
  post: Ask;
  put: Ask;
  patch: Ask;
  /** Reads all pages of a list. `key` is the field with the entries. */
  list<T>(host: string, path: string, key: string, schema: z.ZodType<T>): Promise<T[] | null>;
}

const Page = z.looseObject({ nextPageToken: z.string().optional(), unreachable: z.array(z.string()).optional() });
/** More than any of these lists has: a guard against endless lists. */
const MAX_PAGES = 50;

/** Headers with the caller's token. Several services require the project that a person's requests count for. */
export function credentialsOf({ token, projectId }: Deployment): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'x-goog-user-project': projectId };
}

export function openGoogle(deployment: Deployment): Google {
  const { projectId, addressOf, timeoutMs } = deployment;
  const headers = { ...credentialsOf(deployment), 'content-type': 'application/json' };

  async function ask<T>(host: string, path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T | null> {
    const answer = await send(`${addressOf(host)}/${path}`, { ...init, headers }, timeoutMs);
    const problem = problemOf(answer);
    // Cloud Storage gives no status.
    if (problem?.code === 404 && ['NOT_FOUND', ''].includes(problem.status)) return null;
    if (problem) throw new Unanswered(sentenceFor(host, problem, projectId), problem);
    return parsed(host, answer, schema);
  }

  const get: Google['get'] = (host, path, schema) => ask(host, path, { method: 'GET' }, schema);
  const asking =
    (method: string): Ask =>
    (host, path, body, schema) =>
      ask(host, path, { method, body: body && JSON.stringify(body) }, schema);
  return {
    get,
    post: asking('POST'),
    put: asking('PUT'),
    patch: asking('PATCH'),
    async list(host, path, key, schema) {
      const found = [];
      let from = '';
      for (let count = 0; count < MAX_PAGES; count++) {
        const page = await get(host, `${path}?pageSize=100${from}`, Page);
        if (page === null) return null;
        if (page.unreachable?.length) throw new Unanswered(`Google can't reach ${page.unreachable.join(', ')} right now. Try again later.`);
        found.push(...parsed(host, { status: 200, json: page[key] ?? [] }, z.array(schema)));
        if (!page.nextPageToken) return found;
        from = `&pageToken=${encodeURIComponent(page.nextPageToken)}`;
      }
      throw new Unanswered(`${host} returned more than ${MAX_PAGES} pages of ${key}.`);
    },
  };
}

function parsed<T>(host: string, { json }: Answer, schema: z.ZodType<T>): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') || 'the answer';
  throw new Unanswered(`${host} answered in a format that the doctor doesn't know (${where}).`);
}

function sentenceFor(host: string, { code, reason, message, service }: Problem, projectId: string): string {
  if (code === 401) return `${host} does not accept these credentials: run \`gcloud auth application-default login\` and try again.`;
  if (reason === 'SERVICE_DISABLED')
    return `The project doesn't use ${service ?? host} yet: run \`gcloud services enable ${service ?? host} --project ${projectId}\`, wait a minute, and try again.`;
  if (code === 403) return `These credentials have no access to ${host}: use those of an owner of the project. Google says: ${message}`;
  return `${host} answered ${code}. Try again in a minute. ${message && `Google says: ${message}`}`.trim();
}
