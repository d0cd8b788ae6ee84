import { formatResumeCode, parseResumeCode, type ResumeCode } from '@foyer/domain/resume-code';
import { Component } from 'preact';
import { closeCard } from './close-card.ts';
import { CopyButton, ShownCode } from './copy-code.tsx';
import { EnterCode } from './enter-code.tsx';
import { focusFirst } from './focus-first.ts';
import { reopen, resume } from './returning.ts';
import type { Talk } from './talk.ts';

interface Props {
  talk: Talk;
  name: string;
  /** What the link has for a code. */
  link: string;
}

/**
 * Asks whether to open the conversation of a link. Opening the link changed nothing: whoever sent it may have sent their own
 * conversation, and this browser may have another one.
 */
export class LinkCard extends Component<Props, { fault: string | null; isAsking: boolean }> {
  override state = { fault: null, isAsking: false };

  #open = async (code: ResumeCode) => {
    if (this.state.isAsking) return;
    this.setState({ fault: null, isAsking: true });
    const fault = await resume(this.props.talk, code);
    if (fault === null) leaveFragment();
    else this.setState({ fault, isAsking: false });
  };

  #stay = () => {
    const { talk } = this.props;
    leaveFragment();
    closeCard(talk);
    if (talk.state.phase !== 'open') reopen(talk);
  };

  render({ talk, name, link }: Props) {
    const parsed = parseResumeCode(link);
    if (!parsed.ok) return <EnterCode talk={talk} name={name} typed={link} cancel={this.#stay} />;
    const { fault, isAsking } = this.state;
    const { conversationId, code } = talk.keeper.read();
    const hasOther = conversationId !== undefined || code !== undefined;
    return (
      <section class="card link-card" aria-label="Continue a conversation" ref={focusFirst}>
        <p>
          <strong>
            Continue your conversation with <bdi>{name}</bdi>?
          </strong>{' '}
          {hasOther
            ? 'Another one is open in this browser. It is not lost, but from then on only its own code opens it:'
            : 'Your link opens it in this browser, where it stays until you forget it.'}
        </p>
        {hasOther && code && <ShownCode code={code} />}
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        <p class="card-acts">
          <button type="button" class="act" aria-disabled={isAsking} onClick={() => this.#open(parsed.code)}>
            {isAsking ? 'Opening…' : 'Continue'}
          </button>
          {hasOther && code && <CopyButton text={formatResumeCode(code)}>Copy that code</CopyButton>}
          <button type="button" class="quiet" onClick={this.#stay}>
            {hasOther ? 'Stay with this one' : 'Not now'}
          </button>
        </p>
      </section>
    );
  }
}

/** The code leaves the address as soon as it is not needed there: it would be seen, and shared, with the page. */
function leaveFragment(): void {
  history.replaceState(null, '', location.pathname + location.search);
}
