import { formatResumeCode, type ResumeCode, resumeLink } from '@foyer/domain/resume-code';
import { Component, type ComponentChildren } from 'preact';
import { markCodeSeen } from '../acts/mark-code-seen.ts';
import { closeCard } from '../cards/close-card.ts';
import type { Talk } from '../talk/talk.ts';
import { CopyButton, ShownCode } from './copy-code.tsx';
import { MoreWays } from './more-ways.tsx';

interface Props {
  talk: Talk;
  name: string;
  slug: string;
  code: ResumeCode;
  /** What the code is, if it is not the first one. */
  children?: ComponentChildren;
}

/** How long the card still stands after something was copied. */
const LINGER_MS = 4000;

/** The way back to the conversation. It stands until it was copied or dismissed; then the menu has it. */
export class CodeCard extends Component<Props> {
  #timer: ReturnType<typeof setTimeout> | undefined;

  override componentWillUnmount() {
    clearTimeout(this.#timer);
  }

  /** It stands for as long as a file or an email is being saved. */
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
    const title = `Your conversation with ${name}`;
    const link = resumeLink(location.origin, slug, code);
    return (
      <section class="card" aria-label="Your code">
        <p role="status">
          {children ?? (
            <>
              <strong>Your code to come back.</strong> It opens this conversation on any device. Nobody can look it up for you, so keep it
              somewhere.
            </>
          )}
        </p>
        <ShownCode code={code} />
        <p class="card-acts">
          <CopyButton text={link} shareAs={title} copied={this.#copied}>
            Save my link
          </CopyButton>
          <CopyButton text={formatResumeCode(code)} copied={this.#copied}>
            Copy code
          </CopyButton>
        </p>
        <MoreWays title={title} link={link} code={code} saved={this.#saved}>
          <button type="button" class="quiet" onClick={this.#close}>
            Done
          </button>
        </MoreWays>
      </section>
    );
  }
}
