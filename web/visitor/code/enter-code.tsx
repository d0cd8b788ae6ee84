import { explainCodeFault, parseResumeCode } from '@foyer/domain/typed-code';
import { Component, createRef, type TargetedEvent } from 'preact';
import { comeBack } from '../acts/come-back.ts';
import { resume } from '../acts/resume.ts';
import { sentenceOf } from '../acts/sentence-of.ts';
import type { CardProps } from '../cards/card-props.ts';
import { focusFirst } from '../cards/focus-first.ts';
import type { Draft } from '../talk/talk.ts';

interface Props extends CardProps {
  /** What stood in a link, or was typed as a message, and is not a code. */
  typed?: string;
  /** That message. */
  draft?: Draft;
  cancel(): void;
}

/** Resumes with a code that the person types or pastes; the whole link will do. A mistyped code is told here, without a request. */
export class EnterCode extends Component<Props, { fault: string | null; isAsking: boolean }> {
  override state = { fault: this.props.typed === undefined ? null : faultOf(this.props.typed), isAsking: false };
  #field = createRef<HTMLInputElement>();

  override componentDidMount() {
    const { talk } = this.props;
    if (talk.state.card === 'ended' && talk.keeper.read().isSigningOut) this.#comeBack();
  }

  /** It was this browser that signed the others out, and itself with them: the answer was lost. */
  async #comeBack(): Promise<void> {
    const { talk } = this.props;
    this.setState({ isAsking: true });
    try {
      talk.show(await comeBack(talk));
      talk.outbox.retry();
    } catch (cause) {
      this.setState({ fault: sentenceOf(cause), isAsking: false });
    }
  }

  #submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (this.state.isAsking) return;
    const parsed = parseResumeCode(this.#field.current?.value ?? '');
    this.setState({ fault: parsed.ok ? null : explainCodeFault(parsed.fault), isAsking: parsed.ok });
    if (parsed.ok) this.setState({ fault: await resume(this.props.talk, parsed.code), isAsking: false });
    if (this.state.fault) this.#field.current?.focus();
  };

  #sendAnyway = (draft: Draft) => {
    const { talk } = this.props;
    talk.set({ card: null });
    talk.send(draft);
  };

  render({ talk, name, typed, draft, cancel }: Props) {
    const { fault, isAsking } = this.state;
    const isEnded = talk.state.card === 'ended';
    return (
      <form class="card" aria-label="Come back with a code" ref={focusFirst} onSubmit={this.#submit}>
        <p>
          <label for="resume-code">
            <strong>
              {draft
                ? 'Is this your code? We haven’t sent it.'
                : isEnded
                  ? 'This browser has been signed out of the conversation.'
                  : 'Come back to your conversation.'}
            </strong>{' '}
            {isEnded ? (
              'Enter your code to come back.'
            ) : (
              <>
                Enter the code you got when you first wrote to <bdi>{name}</bdi>. A code for someone else’s page works here too.
              </>
            )}
          </label>
        </p>
        <input
          id="resume-code"
          class="code-field"
          ref={this.#field}
          defaultValue={typed ?? ''}
          placeholder="7KX2-QP4T-DM9A-XH3W-B8NE"
          aria-describedby="resume-fault"
          aria-invalid={fault !== null}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          dir="ltr"
        />
        <p class="fault" role="alert" id="resume-fault">
          {fault}
        </p>
        <p class="card-acts">
          <button type="submit" class="act" aria-disabled={isAsking}>
            {isAsking ? 'Looking…' : 'Continue'}
          </button>
          {draft && (
            <button type="button" class="quiet" onClick={() => this.#sendAnyway(draft)}>
              Send it as a message
            </button>
          )}
          <button type="button" class="quiet" onClick={cancel}>
            {isEnded ? 'Start a new conversation' : 'Cancel'}
          </button>
        </p>
      </form>
    );
  }
}

function faultOf(typed: string): string | null {
  const parsed = parseResumeCode(typed);
  return parsed.ok ? null : explainCodeFault(parsed.fault);
}
