import { formatResumeCode, type ResumeCode } from '@foyer/domain/resume-code';
import { Component, type ComponentChildren } from 'preact';

/** A code in its five groups, selected as a whole by one press. */
export function ShownCode({ code }: { code: ResumeCode }) {
  return (
    <p class="code" translate={false}>
      {formatResumeCode(code)}
    </p>
  );
}

interface Props {
  text: string;
  copied?: () => void;
  /** A link is offered to the phone's share sheet under this title, and copied where there is none. */
  shareAs?: string;
  children: ComponentChildren;
}

/** Copies `text` and says that it did; where the browser refuses, it says so, and the code can be selected by hand. */
export class CopyButton extends Component<Props, { said: string }> {
  override state = { said: '' };

  #copy = async () => {
    const { text, copied, shareAs } = this.props;
    try {
      if (shareAs && 'share' in navigator) await navigator.share({ title: shareAs, url: text });
      else {
        await navigator.clipboard.writeText(text);
        this.setState({ said: shareAs ? 'Link copied' : 'Copied' });
      }
      copied?.();
    } catch (cause) {
      // Closing the share sheet is no failure.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) this.setState({ said: 'Please select and copy it' });
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
