import { formatResumeCode, RESUME_PATH, type ResumeCode } from '@foyer/domain/resume-code';
import { Component, type ComponentChildren } from 'preact';
import type { Qr } from '../../ui/qr.ts';

interface Props {
  title: string;
  link: string;
  code: ResumeCode;
  saved(): void;
  /** The way out, in the same row. */
  children: ComponentChildren;
}

/** Other ways to keep a code: a file, a QR code for the phone, an email that the person sends to themselves. Nothing is sent by us. */
export class MoreWays extends Component<Props, { qr: Qr | null }> {
  override state = { qr: null };

  #showQr = async () => {
    const file = await import('../../ui/qr.ts').catch(() => null);
    this.setState({ qr: this.state.qr === null && file ? file.qrOf(this.props.link) : null });
  };

  render({ title, link, code, saved, children }: Props, { qr }: { qr: Qr | null }) {
    const written = encodeURIComponent(
      [
        title,
        '',
        'Open this link to continue:',
        link,
        '',
        `Or enter this code at ${location.origin}${RESUME_PATH}:`,
        formatResumeCode(code),
      ].join('\r\n'),
    );
    return (
      <>
        <p class="card-acts more-ways">
          <a class="quiet" href={`data:text/plain;charset=utf-8,${written}`} download={`${title}.txt`} onClick={saved}>
            Save as a file
          </a>
          <button type="button" class="quiet" aria-expanded={qr !== null} onClick={this.#showQr}>
            QR code
          </button>
          <a class="quiet" href={`mailto:?subject=${encodeURIComponent(title)}&body=${written}`} onClick={saved}>
            Email it to myself
          </a>
          {children}
        </p>
        {qr && (
          <svg
            class="qr"
            ref={intoView}
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            role="img"
            aria-label="QR code of your link"
            shape-rendering="crispEdges"
          >
            <rect width={qr.size} height={qr.size} fill="#fff" />
            <path d={qr.path} fill="#000" />
          </svg>
        )}
      </>
    );
  }
}

function intoView(picture: SVGSVGElement | null): void {
  picture?.scrollIntoView({ block: 'nearest' });
}
