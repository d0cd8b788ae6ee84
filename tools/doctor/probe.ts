import { type Answer, problemOf, send, Unanswered } from '../google/answer.ts';
import { credentialsOf, type Deployment, type Google } from '../google/google.ts';
import { type Attempt, attempts } from './attempts.ts';
import { type Finding, mend, unknown } from './finding.ts';
import { sourceOf } from './source.ts';
import { asStranger } from './stranger.ts';

const HOST = 'firestore.googleapis.com';
/** Parallel requests. Each has a time limit, and a busy emulator answers them one by one. */
const AT_ONCE = 20;

interface Outcome {
  attempt: Attempt;
  isAllowed: boolean;
  findings: Finding[];
}

interface Caller {
  name: string;
  /** `null` for an anonymous caller. */
  idToken: string | null;
}

/**
 * Tries every request without credentials; Firestore must refuse all of them. Deletes what a create made, changes nothing else, and shows
 * nothing that it reads.
 */
export async function anonymousProbe(_: Google, deployment: Deployment): Promise<Finding[]> {
  return probe(attempts(await sourceOf('firestore.rules')), { name: 'ANYONE', idToken: null }, deployment);
}

/** The same as a new user without a page, also below their own uid. Deletes the account afterwards. */
export async function strangerProbe(google: Google, deployment: Deployment): Promise<Finding[]> {
  const rules = await sourceOf('firestore.rules');
  return asStranger(google, deployment, ({ uid, idToken }) =>
    probe([...attempts(rules), ...attempts(rules, uid)], { name: 'ANYONE WHO SIGNS UP', idToken }, deployment),
  );
}

async function probe(all: readonly Attempt[], caller: Caller, deployment: Deployment): Promise<Finding[]> {
  const outcomes: Outcome[] = [];
  for (let first = 0; first < all.length; first += AT_ONCE)
    outcomes.push(...(await Promise.all(all.slice(first, first + AT_ONCE).map((attempt) => knock(attempt, caller, deployment)))));
  const allowed = outcomes.filter(({ isAllowed }) => isAllowed).map(({ attempt }) => attempt);
  const places = Map.groupBy(allowed, ({ place }) => place);
  const others = new Map(outcomes.flatMap(({ findings }) => findings.map((finding) => [finding.text, finding])));
  return [
    ...[...places].map(([place, tried]) => mend(`${caller.name} can ${[...new Set(tried.map(({ verb }) => verb))].join(', ')}: ${place}`)),
    ...(allowed.length > 0
      ? [mend(`Deploy the rules now: \`npm run deploy -- --project ${deployment.projectId} --only firestore:rules\`.`)]
      : []),
    ...others.values(),
  ];
}

async function knock(attempt: Attempt, { idToken }: Caller, deployment: Deployment): Promise<Outcome> {
  const { method, path, body } = attempt;
  const headers = { ...(idToken && { authorization: `Bearer ${idToken}` }), ...(body && { 'content-type': 'application/json' }) };
  try {
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await send(`${documentsOf(deployment)}${path}`, init, deployment.timeoutMs);
    const verdict = judge(attempt, answer);
    if (verdict !== 'allowed') return { attempt, isAllowed: false, findings: verdict === 'refused' ? [] : [unknown(verdict.because)] };
    return { attempt, isAllowed: true, findings: attempt.makes ? await remove(attempt.makes, deployment) : [] };
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return { attempt, isAllowed: false, findings: [unknown(error.message)] };
  }
}

/** Rules refuse with 403 and no reason. If there is a reason, something other than the rules refused. */
function judge({ verb }: Attempt, answer: Answer): 'refused' | 'allowed' | { because: string } {
  const problem = problemOf(answer);
  if (problem === null) return 'allowed';
  const { code, reason, message } = problem;
  if (code === 403 && reason === null) return 'refused';
  // 404 for a document means that the caller was allowed to read it.
  if (code === 404 && verb === 'get' && !/database .*does not exist/i.test(message)) return 'allowed';
  return { because: `Firestore answered ${code} to ${verb}. ${message && `Google says: ${message}`}`.trim() };
}

async function remove(document: string, deployment: Deployment): Promise<Finding[]> {
  const init = { method: 'DELETE', headers: credentialsOf(deployment) };
  const answer = await send(`${documentsOf(deployment)}/${document}`, init, deployment.timeoutMs).catch(() => null);
  if (answer && !problemOf(answer)) return [];
  return [mend(`The doctor created the test document ${document} and could not delete it. Delete it in the console.`)];
}

function documentsOf({ projectId, addressOf }: Deployment): string {
  return `${addressOf(HOST)}/v1/projects/${projectId}/databases/(default)/documents`;
}
