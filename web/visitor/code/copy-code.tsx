import type { ResumeCode } from '@foyer/domain/resume-code';
import { formatResumeCode } from '@foyer/domain/written-code';
import { Component, type ComponentChildren } from 'preact';
import { thread } from '../words.ts';

/** A code in its five groups; one press selects all of it. */
export function ShownCode({ code }: { code: ResumeCode }) {
  return (
    <p class="code" translate={false}>
      <bdi dir="ltr">{formatResumeCode(code)}</bdi>
    </p>
  );
}

interface Props {
  text: string;
  copied?: () => void;
  /** Offers a link to the phone's share sheet under this title, and copies it if there is none. */
  shareAs?: string;
  children: ComponentChildren;
}

/** Copies `text` and confirms it. If the browser refuses, it says so, and the code can be selected by hand. */
export class CopyButton extends Component<Props, { said: string }> {
  override state = { said: '' };

  #copy = async () => {
    const { text, copied, shareAs } = this.props;
    try {
      if (shareAs && 'share' in navigator) await navigator.share({ title: shareAs, url: text });
      else {
        await navigator.clipboard.writeText(text);
        this.setState({ said: shareAs ? thread.linkCopied : thread.copied });
      }
      copied?.();
    } catch (cause) {
      // Closing the share sheet is not an error.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) this.setState({ said: thread.copyByHand });
    }
  };

  render({ children }: Props) {
    return (
      <button type="button" class="act" onClick={this.#copy} aria-live="polite">
        {this.state.said || children}
      </button>
    );
  }
}
