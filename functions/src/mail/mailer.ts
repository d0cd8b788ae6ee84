import type { Language } from '@foyer/domain/languages';

export interface Mail {
  to: string;
  /** Says that no one reads replies. */
  replyName: string;
  subject: string;
  text: string;
  language: Language;
  /** Identifies this mail and is the same at every attempt, so a mail server that gets it twice can drop one. */
  id: string;
  /** A page that stops these mails, and does so with one click in mail programs (RFC 8058). */
  stopLink?: string;
}

export interface Mailer {
  /** `ADDRESS_KEY`, the newest first. */
  keys: readonly string[];
  /** Throws a `MailFault` if the server did not accept it. */
  send(mail: Mail): Promise<void>;
  /** Connects and signs in. Throws a `MailFault`. */
  check(): Promise<void>;
}

type At = 'server' | 'receiver';

/** Why a mail was not accepted. Its message has no address and no answer of the server, which may quote one. */
export class MailFault extends Error {
  override readonly name = 'MailFault';
  /** Of the connection, the sign-in or the sender, so no mail works; or of this receiver only. */
  readonly at: At;
  /** Whether the server said not to try again. */
  readonly isFinal: boolean;
  readonly code: string;

  constructor(at: At, isFinal: boolean, code: string) {
    super(`mail not accepted: ${code}`);
    this.at = at;
    this.isFinal = isFinal;
    this.code = code;
  }
}
