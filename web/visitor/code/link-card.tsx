import type { ResumeCode } from '@foyer/domain/resume-code';
import { codeAlone, parseResumeCode } from '@foyer/domain/typed-code';
import { Component } from 'preact';
import { dayName } from '../../lib/time.ts';
import { resume } from '../acts/resume.ts';
import type { CardProps } from '../cards/card-props.ts';
import { closeCard } from '../cards/close-card.ts';
import { focusFirst } from '../cards/focus-first.ts';
import { keptCodes } from '../talk/kept-codes.ts';
import { reopen } from '../talk/returning.ts';
import type { Draft } from '../talk/talk.ts';
import { CopyButton } from './copy-code.tsx';
import { EnterCode } from './enter-code.tsx';
import { KeptCodes, writtenCodes } from './kept-codes.tsx';

interface Props extends CardProps {
  /** What the link has for a code, or what was typed. */
  link: string;
  /** The message that was typed, if there is no link. */
  draft?: Draft;
}

interface State {
  fault: string | null;
  isAsking: boolean;
  /** When the conversation began that is open in this browser, where that can be known. */
  since: number | null;
}

/**
 * Asks whether to open the conversation of a link, or of a code that was typed as a message. Opening the link changed nothing: whoever sent it may have sent their own
 * conversation, and this browser may have another one.
 */
export class LinkCard extends Component<Props, State> {
  override state: State = { fault: null, isAsking: false, since: this.props.talk.state.conversation?.createdAt ?? null };

  /** Another page has opened the link's conversation in this browser already (go-to-page.ts): staying takes the kept code. */
  #isReplaced = false;

  override componentDidMount() {
    const { api, keeper } = this.props.talk;
    if (this.state.since !== null || !keeper.read().conversationId) return;
    api.open().then(
      ({ conversation }) => {
        if (conversation.id === keeper.read().conversationId) this.setState({ since: conversation.createdAt });
        else this.#isReplaced = true;
      },
      () => undefined,
    );
  }

  #open = async (code: ResumeCode) => {
    if (this.state.isAsking) return;
    this.setState({ fault: null, isAsking: true });
    const fault = await resume(this.props.talk, code);
    if (fault === null) leaveFragment();
    else this.setState({ fault, isAsking: false });
  };

  #stay = async () => {
    const { talk, draft } = this.props;
    const { code } = talk.keeper.read();
    leaveFragment();
    closeCard(talk);
    if (draft) talk.giveBack(draft.text);
    if (this.#isReplaced && code && (await resume(talk, code)) === null) return;
    if (talk.state.phase !== 'open') reopen(talk);
  };

  render(props: Props) {
    const { talk, name, link, draft } = props;
    const parsed = parseResumeCode(link);
    if (!parsed.ok || (draft && codeAlone(link) === null)) return <EnterCode {...props} typed={link} cancel={this.#stay} />;
    const { fault, isAsking, since } = this.state;
    const kept = talk.keeper.read();
    const codes = keptCodes(kept);
    const hasOther = (kept.conversationId !== undefined || codes.length > 0) && !codes.includes(parsed.code);
    return (
      <section class="card link-card" aria-label="Continue a conversation" ref={focusFirst}>
        <p>
          <strong>
            Continue your conversation with <bdi>{name}</bdi>?
          </strong>{' '}
          {hasOther ? (
            <>
              Another one is open in this browser.{' '}
              {since !== null && (
                <>
                  You have written to <bdi>{name}</bdi> there since {dayName(since, Date.now())}.{' '}
                </>
              )}
              It is not lost, but from then on only {codes.length > 1 ? 'one of its two codes' : 'its own code'} opens it
              {codes.length > 0 ? ':' : ', and this browser does not keep that one.'}
            </>
          ) : (
            `Your ${draft ? 'code' : 'link'} opens it in this browser, where it stays until you forget it.`
          )}
        </p>
        {hasOther && <KeptCodes codes={codes} />}
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        <p class="card-acts">
          <button type="button" class="act" aria-disabled={isAsking} onClick={() => this.#open(parsed.code)}>
            {isAsking ? 'Opening…' : 'Continue'}
          </button>
          {hasOther && codes.length > 0 && <CopyButton text={writtenCodes(codes)}>Copy that code</CopyButton>}
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
