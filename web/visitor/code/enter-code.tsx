import { parseResumeCode } from '@foyer/domain/typed-code';
import { withNodes } from '@foyer/words/with-nodes';
import { Component, createRef, type TargetedEvent } from 'preact';
import { resume } from '../acts/resume.ts';
import type { CardProps } from '../cards/card-props.ts';
import { focusFirst } from '../cards/focus-first.ts';
import { comeBack } from '../talk/come-back.ts';
import { sentenceOf } from '../talk/sentence-of.ts';
import { show } from '../talk/show.ts';
import type { Draft } from '../talk/talk.ts';
import { cards, thread } from '../words.ts';
import { codeFaultSentence } from './code-fault.ts';

interface Props extends CardProps {
  /** The text of a link or message that isn't a valid code. */
  typed?: string;
  /** That message. */
  draft?: Draft | undefined;
  cancel(): void;
}

/** Resumes with a typed or pasted code or link. Reports a mistyped code locally, without a request. */
export class EnterCode extends Component<Props, { fault: string | null; isAsking: boolean }> {
  override state = { fault: this.props.typed === undefined ? null : faultOf(this.props.typed), isAsking: false };
  #field = createRef<HTMLInputElement>();

  override componentDidMount() {
    const { talk } = this.props;
    if (talk.state.card === 'ended' && talk.keeper.read().isSigningOut) this.#comeBack();
  }

  /** This browser signed the others out, and itself too: the answer was lost. */
  async #comeBack(): Promise<void> {
    const { talk } = this.props;
    this.setState({ isAsking: true });
    try {
      show(talk, await comeBack(talk));
      talk.outbox.retry();
    } catch (cause) {
      this.setState({ fault: sentenceOf(cause), isAsking: false });
    }
  }

  #submit = async (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (this.state.isAsking) return;
    const parsed = parseResumeCode(this.#field.current?.value ?? '');
    this.setState({ fault: parsed.ok ? null : codeFaultSentence(parsed.fault), isAsking: parsed.ok });
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
      <form class="card" aria-label={cards.enterCode} ref={focusFirst} onSubmit={this.#submit}>
        <p>
          <label for="resume-code">
            <strong>{draft ? cards.isCode : isEnded ? cards.endedTitle : cards.returnTitle}</strong>{' '}
            {isEnded ? cards.endedHow : withNodes(cards.returnHow, { name: <bdi>{name}</bdi> })}
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
            {isAsking ? cards.looking : cards.continueWith}
          </button>
          {draft && (
            <button type="button" class="quiet" onClick={() => this.#sendAnyway(draft)}>
              {cards.sendAsMessage}
            </button>
          )}
          <button type="button" class="quiet" onClick={cancel}>
            {isEnded ? cards.startNew : thread.cancel}
          </button>
        </p>
      </form>
    );
  }
}

function faultOf(typed: string): string | null {
  const parsed = parseResumeCode(typed);
  return parsed.ok ? null : codeFaultSentence(parsed.fault);
}
