import type { ResumeCode } from '@foyer/domain/resume-code';
import { formatResumeCode, resumeLink } from '@foyer/domain/written-code';
import { Component, type ComponentChildren } from 'preact';
import { markCodeSeen } from '../acts/mark-code-seen.ts';
import { closeCard } from '../cards/close-card.ts';
import type { Talk } from '../talk/talk.ts';
import { thread } from '../words.ts';
import { CopyButton, ShownCode } from './copy-code.tsx';
import { MoreWays } from './more-ways.tsx';

interface Props {
  talk: Talk;
  name: string;
  slug: string;
  code: ResumeCode;
  /** A description of the code, if it isn't the first one. */
  children?: ComponentChildren;
}

/** How long the card stays after something was copied. */
const LINGER_MS = 4000;

/** Shows the code. Stays until the code was copied or the card dismissed; then the menu has it. */
export class CodeCard extends Component<Props> {
  #timer: ReturnType<typeof setTimeout> | undefined;

  override componentWillUnmount() {
    clearTimeout(this.#timer);
  }

  /** The card stays while a file or an email is being saved. */
  #saved = () => {
    markCodeSeen(this.props.talk, true);
    clearTimeout(this.#timer);
  };

  #copied = () => {
    this.#saved();
    this.#timer = setTimeout(this.#close, LINGER_MS);
  };

  #close = () => {
    const { talk } = this.props;
    markCodeSeen(talk, false);
    closeCard(talk);
  };

  render({ name, slug, code, children }: Props) {
    const title = thread.conversationWith({ name });
    const link = resumeLink(location.origin, slug, code);
    return (
      <section class="card" aria-label={thread.codeLabel}>
        <p role="status">
          {children ?? (
            <>
              <strong>{thread.saveCode}</strong> {thread.saveCodeWhy}
            </>
          )}
        </p>
        <ShownCode code={code} />
        <p class="card-acts">
          <CopyButton text={link} shareAs={title} copied={this.#copied}>
            {thread.saveLink}
          </CopyButton>
          <CopyButton text={formatResumeCode(code)} copied={this.#copied}>
            {thread.copyCode}
          </CopyButton>
        </p>
        <MoreWays title={title} link={link} code={code} saved={this.#saved}>
          <button type="button" class="quiet" onClick={this.#close}>
            {thread.done}
          </button>
        </MoreWays>
      </section>
    );
  }
}
