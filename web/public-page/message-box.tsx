import type { ReplyTime } from '@foyer/domain/availability';
import type { Pause } from '@foyer/domain/page-state';
import { firstNameOf } from '@foyer/domain/person-name';
import type { Profile } from '@foyer/domain/profile';
import { withNodes } from '@foyer/words/with-nodes';
import type { ComponentChildren } from 'preact';
import { AboutYou } from './about-you.tsx';
import { PauseNote } from './pause-note.tsx';
import { shownSections } from './shown-sections.ts';
import { useSpoken } from './words.ts';

interface Props {
  slug: string;
  managerId: string;
  profile: Profile;
  /** While new messages are paused, the box is replaced by a note. */
  pause?: Pause | null | undefined;
  /** Shown in the thread too, when the manager is away. */
  replyTime: ReplyTime | null;
  /** The key of reCAPTCHA Enterprise, if the site uses it for first messages. */
  recaptchaKey?: string | undefined;
}

/**
 * Where a visitor writes: the message box before the first message, then the thread's composer. It is the same form and stays as the server
 * rendered it, so nothing moves or loses focus; the thread grows above it in `.thread`. Sent without the script, or before it has loaded,
 * it goes to /api/forms, which answers with a page. While new messages are paused there is nothing to write in: a hidden sheet carries
 * the draft that the visitor's browser may have, and is shown if the pause ends while the thread of a visitor who came back is open.
 */
export function MessageBox({ slug, managerId, profile, pause, replyTime, recaptchaKey }: Props) {
  const { words } = useSpoken();
  const firstName = firstNameOf(profile.name);
  const topics = topicsOf(profile);
  const address = `/api/forms/conversations?slug=${slug}`;
  return (
    <section
      id="conversation"
      data-slug={slug}
      data-manager={managerId}
      data-name={firstName}
      data-recaptcha={recaptchaKey}
      data-replies={(profile.showsReplyTime && replyTime) || undefined}
      aria-label={words.conversationWith({ name: firstName })}
    >
      <div class="talk">
        <p class="thread-head">{withNodes(words.youAnd, { name: <bdi>{firstName}</bdi> })}</p>
        <div class="thread" />
        <p class="notice" role="status" data-offline={words.seemOffline} />
        <form class="composer" method={pause ? 'dialog' : 'post'} action={pause ? undefined : address}>
          {pause && <PauseNote pause={pause} profile={profile} />}
          {pause ? (
            <div hidden>
              <WritingSheet firstName={firstName} isClosed />
            </div>
          ) : (
            <WritingSheet firstName={firstName}>
              <AboutYou>
                {topics.length > 0 && (
                  <noscript>
                    <label>
                      <span>{words.topic}</span>
                      <select name="section">
                        <option value="">{words.anyTopic}</option>
                        {topics.map(({ id, title }) => (
                          <option key={id} value={id}>
                            {title}
                          </option>
                        ))}
                      </select>
                    </label>
                  </noscript>
                )}
              </AboutYou>
            </WritingSheet>
          )}
          <p class="box-note">
            {!pause && <>{words.noAccount} </>}
            <button type="button" class="quiet" name="code">
              {words.haveCode}
            </button>
            <noscript>
              <a href={address}>{words.haveCode}</a>
            </noscript>
          </p>
        </form>
      </div>
    </section>
  );
}

interface SheetProps {
  firstName: string;
  text?: string | undefined;
  /** It is hidden, and can't be written in. */
  isClosed?: boolean;
  children?: ComponentChildren;
}

export function WritingSheet({ firstName, text, isClosed = false, children }: SheetProps) {
  const { words } = useSpoken();
  return (
    <div class="sheet">
      <div class="line">
        <textarea
          name="text"
          value={text}
          rows={1}
          placeholder={words.messagePlaceholder({ name: firstName })}
          aria-label={words.messageLabel({ name: firstName })}
          autocomplete="off"
          readOnly={isClosed}
        />
      </div>
      {children}
      <button type="submit" class="send" disabled={isClosed}>
        {words.send}
      </button>
    </div>
  );
}

/** The items that a visitor can ask about, in the page's order. */
function topicsOf(profile: Profile): { id: string; title: string }[] {
  return shownSections(profile).flatMap((section) => (section.kind === 'projects' || section.kind === 'services' ? section.items : []));
}
