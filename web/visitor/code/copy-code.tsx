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
  children: ComponentChildren;
}

/** Copies `text` and says that it did; where the browser refuses, it says so, and the code can be selected by hand. */
export class CopyButton extends Component<Props, { said: string }> {
  override state = { said: '' };

  #copy = async () => {
    try {
      await navigator.clipboard.writeText(this.props.text);
      this.setState({ said: 'Copied' });
      this.props.copied?.();
    } catch {
      this.setState({ said: 'Please select and copy it' });
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
