import { type Answer, problemOf, send, Unanswered } from '../google/answer.ts';
import { credentialsOf, type Deployment, type Google } from '../google/google.ts';
import { type Attempt, attempts } from './attempts.ts';
import { type Finding, mend, unknown } from './finding.ts';
import { sourceOf } from './source.ts';
import { asStranger } from './stranger.ts';

const HOST = 'firestore.googleapis.com';
/** Requests at once: each has a time limit, and a busy emulator answers one after the other. */
const AT_ONCE = 20;

interface Outcome {
  attempt: Attempt;
  isAllowed: boolean;
  findings: Finding[];
}

/** Who asks: without an ID token, nobody. */
interface Caller {
  name: string;
  idToken: string | null;
}

/**
 * Asks Firestore for everything without any credential, and must be refused everywhere. What a create made is removed again; nothing else
 * is changed, and nothing that is found is shown.
 */
export async function anonymousProbe(_: Google, deployment: Deployment): Promise<Finding[]> {
  return probe(attempts(await sourceOf('firestore.rules')), { name: 'ANYBODY', idToken: null }, deployment);
}

/** The same as someone who signed up a second ago and has no page, also under their own name. The account is deleted afterwards. */
export async function strangerProbe(google: Google, deployment: Deployment): Promise<Finding[]> {
  const rules = await sourceOf('firestore.rules');
  return asStranger(google, deployment, ({ uid, idToken }) =>
    probe([...attempts(rules), ...attempts(rules, uid)], { name: 'ANYBODY WHO SIGNS UP', idToken }, deployment),
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

/** Rules refuse with 403 and no further reason; with a reason, it was not the rules that were asked. */
function judge({ verb }: Attempt, answer: Answer): 'refused' | 'allowed' | { because: string } {
  const problem = problemOf(answer);
  if (problem === null) return 'allowed';
  const { code, reason, message } = problem;
  if (code === 403 && reason === null) return 'refused';
  // An answer that a document does not exist was given to someone who may look.
  if (code === 404 && verb === 'get' && !/database .*does not exist/i.test(message)) return 'allowed';
  return { because: `Firestore answered ${code} to ${verb}. ${message && `Google says: ${message}`}`.trim() };
}

async function remove(document: string, deployment: Deployment): Promise<Finding[]> {
  const init = { method: 'DELETE', headers: credentialsOf(deployment) };
  const answer = await send(`${documentsOf(deployment)}/${document}`, init, deployment.timeoutMs).catch(() => null);
  if (answer && !problemOf(answer)) return [];
  return [mend(`The doctor made ${document} to see whether it may, and could not remove it. Delete it in the console.`)];
}

function documentsOf({ projectId, addressOf }: Deployment): string {
  return `${addressOf(HOST)}/v1/projects/${projectId}/databases/(default)/documents`;
}
