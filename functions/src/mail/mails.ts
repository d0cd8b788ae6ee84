import type { Language } from '@foyer/domain/languages';
import type { ResumeCode } from '@foyer/domain/resume-code';
import { resumeLink } from '@foyer/domain/written-code';
import { words } from '@foyer/words/compiled/all/mail';
import type { Mail } from './mailer.ts';

/** What all mails need. `id` is the same at every attempt. */
interface Of {
  to: string;
  id: string;
  language: Language;
  origin: string;
}

/** The only mail to an address that no one has confirmed: it has no name, text or page that a person chose (SECURITY.md). */
export function confirmationMail({ link, ...of }: Of & { link: string }): Mail {
  const { confirmSubject, confirmWhat, confirmHow, confirmElse } = words[of.language];
  const host = hostOf(of);
  return mail(of, { subject: confirmSubject, paragraphs: [confirmWhat({ host }), `${confirmHow}\n${link}`, confirmElse] });
}

/** “Ada has answered”. Its link opens the conversation only in the visitor's browser. */
export function answerMail({ name, slug, stopLink, ...of }: Of & { name: string; slug: string; stopLink: string }): Mail {
  const { answeredSubject, answeredWhat, answeredCode, answeredOnce, stopHow } = words[of.language];
  const paragraphs = [`${answeredWhat({ name })}\n${of.origin}/${slug}`, `${answeredCode} ${answeredOnce}`, `${stopHow}\n${stopLink}`];
  return { ...mail(of, { subject: answeredSubject({ name }), paragraphs }), stopLink };
}

export interface Waiting {
  conversationId: string;
  unread: number;
}

/** Conversations with their own link; the others are a number. */
const LISTED_MAX = 10;

/** Tells a manager how much is waiting and where, and nothing that a visitor wrote. */
export function waitingMail({ waiting, stopLink, ...of }: Of & { waiting: readonly Waiting[]; stopLink: string }): Mail {
  const { waitingSubject, waitingWhat, waitingEach, waitingMore, waitingInbox, stopHowManager } = words[of.language];
  const inbox = `${of.origin}/app`;
  const listed = waiting.slice(0, LISTED_MAX);
  const more = waiting.length - listed.length;
  const paragraphs = [
    waitingWhat({ count: waiting.reduce((sum, { unread }) => sum + unread, 0) }),
    ...listed.map(({ conversationId, unread }) => `${waitingEach({ count: unread })}\n${inbox}/c/${conversationId}`),
    `${more > 0 ? waitingMore({ count: more }) : waitingInbox}\n${inbox}`,
    `${stopHowManager}\n${stopLink}`,
  ];
  return { ...mail(of, { subject: waitingSubject({ count: waiting.length }), paragraphs }), stopLink };
}

/** The only mail with a secret: the visitor asked for it, and their browser sent the code (decisions/056). */
export function wayBackMail({ name, slug, code, ...of }: Of & { name: string; slug: string; code: ResumeCode }): Mail {
  const { wayBackSubject, wayBackWhat, wayBackKeep } = words[of.language];
  const paragraphs = [`${wayBackWhat({ name })}\n${resumeLink(of.origin, slug, code)}`, wayBackKeep];
  return mail(of, { subject: wayBackSubject({ name }), paragraphs });
}

function mail(of: Of, { subject, paragraphs }: { subject: string; paragraphs: readonly string[] }): Mail {
  const { to, id, language } = of;
  const { noReplies, automatic } = words[language];
  const text = [...paragraphs, automatic({ host: hostOf(of) }), ''].join('\n\n');
  return { to, id, language, replyName: noReplies, subject, text };
}

function hostOf({ origin }: Pick<Of, 'origin'>): string {
  return new URL(origin).host;
}
