import { type Answer, problemOf, send, Unanswered } from './answer.ts';
import { type Attempt, attempts } from './attempts.ts';
import { type Finding, mend, unknown } from './finding.ts';
import { credentialsOf, type Deployment, type Google } from './google.ts';

const HOST = 'firestore.googleapis.com';

interface Outcome {
  attempt: Attempt;
  isAllowed: boolean;
  findings: Finding[];
}

/**
 * Knocks at Firestore's front door without any credential, and must be refused everywhere. What a create made is removed again; nothing
 * else is changed, and nothing that is found is shown.
 */
export async function anonymousProbe(_: Google, deployment: Deployment): Promise<Finding[]> {
  const outcomes = await Promise.all(attempts().map((attempt) => knock(attempt, deployment)));
  const allowed = outcomes.filter(({ isAllowed }) => isAllowed).map(({ attempt }) => attempt);
  const places = Map.groupBy(allowed, ({ place }) => place);
  const others = new Map(outcomes.flatMap(({ findings }) => findings.map((finding) => [finding.text, finding])));
  return [
    ...[...places].map(([place, tried]) => mend(`ANYBODY can ${tried.map(({ verb }) => verb).join(', ')}: ${place}`)),
    ...(allowed.length > 0
      ? [mend(`Deploy the rules now: \`npm run deploy -- --project ${deployment.projectId} --only firestore:rules\`.`)]
      : []),
    ...others.values(),
  ];
}

async function knock(attempt: Attempt, deployment: Deployment): Promise<Outcome> {
  const { method, path, body } = attempt;
  try {
    const init = { method, ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) };
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
  // Whoever is told that a document does not exist was allowed to look.
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
