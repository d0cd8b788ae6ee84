import { z } from 'zod';
import { type Answer, type Problem, problemOf, send, Unanswered } from './answer.ts';

/** A project, and how its services are reached. */
export interface Deployment {
  projectId: string;
  /** An OAuth access token of the person who runs the command. */
  token: string;
  /** The address of a service of Google's: `https://` and its host, or a stand-in of the tests or emulators. */
  addressOf(host: string): string;
  /** The time limit of each request. */
  timeoutMs: number;
  /** Emulators, which have no settings to ask for. */
  isEmulated?: boolean;
}

/** A request with a body. */
type Ask = <T>(host: string, path: string, body: object | null, schema: z.ZodType<T>) => Promise<T | null>;

/** Asks Google's services. Null means that there is no such thing; what cannot be read throws `Unanswered`. */
export interface Google {
  get<T>(host: string, path: string, schema: z.ZodType<T>): Promise<T | null>;
  post: Ask;
  put: Ask;
  patch: Ask;
  /** All entries of a list, from all its pages. `key` is the field that holds them. */
  list<T>(host: string, path: string, key: string, schema: z.ZodType<T>): Promise<T[] | null>;
}

const Page = z.looseObject({ nextPageToken: z.string().optional(), unreachable: z.array(z.string()).optional() });
/** More than any of these lists has; an answer that never ends must not keep us. */
const MAX_PAGES = 50;

/** The headers of the person who asks. Several services want to know the project that a person's own requests count for. */
export function credentialsOf({ token, projectId }: Deployment): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'x-goog-user-project': projectId };
}

/** Google's services as seen by the person whose token it is. */
export function openGoogle(deployment: Deployment): Google {
  const { projectId, addressOf, timeoutMs } = deployment;
  const headers = { ...credentialsOf(deployment), 'content-type': 'application/json' };

  async function ask<T>(host: string, path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T | null> {
    const answer = await send(`${addressOf(host)}/${path}`, { ...init, headers }, timeoutMs);
    const problem = problemOf(answer);
    // Cloud Storage names no status.
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
        if (page.unreachable?.length) throw new Unanswered(`Google cannot reach ${page.unreachable.join(', ')} just now. Try again later.`);
        found.push(...parsed(host, { status: 200, json: page[key] ?? [] }, z.array(schema)));
        if (!page.nextPageToken) return found;
        from = `&pageToken=${encodeURIComponent(page.nextPageToken)}`;
      }
      throw new Unanswered(`${host} answered more than ${MAX_PAGES} pages of ${key}.`);
    },
  };
}

function parsed<T>(host: string, { json }: Answer, schema: z.ZodType<T>): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join('.') || 'the answer';
  throw new Unanswered(`${host} answered in a form that this doctor does not know (${where}).`);
}

function sentenceFor(host: string, { code, reason, message, service }: Problem, projectId: string): string {
  if (code === 401) return `${host} does not accept these credentials: run \`gcloud auth application-default login\`, and try again.`;
  if (reason === 'SERVICE_DISABLED')
    return `The project does not use ${service ?? host} yet: run \`gcloud services enable ${service ?? host} --project ${projectId}\`, wait a minute, and try again.`;
  if (code === 403) return `These credentials may not ask ${host}: use those of an owner of the project. Google says: ${message}`;
  return `${host} answered ${code}. Try again in a minute. ${message && `Google says: ${message}`}`.trim();
}
