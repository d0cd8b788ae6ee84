import type { ResumeCode } from './resume-code.ts';

const GROUP = 4;

/** Formats a code for people: `7KX2-QP4T-DM9A-XH3W-B8NE`. */
export function formatResumeCode(code: ResumeCode): string {
  return (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** The link that resumes the conversation. The code is in the fragment, which no server, log or Referer ever sees. */
export function resumeLink(origin: string, slug: string, code: ResumeCode): string {
  return `${origin}/${slug}#resume=${formatResumeCode(code)}`;
}
