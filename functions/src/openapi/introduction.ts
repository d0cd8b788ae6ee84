import { BODY_MAX, PROFILE_BODY_MAX } from '@foyer/domain/limits';
import { PROBLEM_EXAMPLES } from './problems.ts';

export const INTRODUCTION = `Visitors write to the manager of a page without an account, and both read the conversation in the same place. The public page and the dashboard use this API, and so can your own programs.

## Requests

Bodies are JSON in UTF-8, up to ${BODY_MAX / 1024}\u00a0kB (${PROFILE_BODY_MAX / 1000}\u00a0kB for a profile). Unknown fields are refused. Every request that changes something needs an \`Origin\` header with the address of this site. Browsers add it on their own; other programs must send it.

## Authentication

A visitor has no account. The server sets the cookie \`__session\` when a conversation is started or resumed. A manager signs in with Firebase Auth and sends the ID token as a bearer token, with an App Check token in \`X-Firebase-AppCheck\` if the site uses App Check.

## Errors

Every error is a problem in the format of RFC 9457 (\`application/problem+json\`). Programs can rely on its \`code\` and, with \`invalid-request\`, on the \`code\` and \`values\` of each wrong field. \`title\` and \`message\` say the same in English. Each operation lists the codes to expect, and any of them can also answer with \`too-fast\`. HTML forms are answered with a page instead.

\`\`\`json
${JSON.stringify(PROBLEM_EXAMPLES['invalid-request']?.value, null, 2)}
\`\`\`

## Retries and limits

You choose the ids of messages and the resume codes, so sending the same request again is safe. Requests over a limit get 429, with the seconds to wait in \`Retry-After\`.

## Not in this API

A manager's text replies, labels, notes and the state of the inbox are written to Firestore directly, where security rules check them. New messages are read live from there too.`;
