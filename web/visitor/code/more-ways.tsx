import { RESUME_PATH, type ResumeCode } from '@foyer/domain/resume-code';
import { formatResumeCode } from '@foyer/domain/written-code';
import { Component, type ComponentChildren } from 'preact';
import type { Qr } from '../../ui/qr.ts';
import { thread } from '../words.ts';

/** Isolates around a name in a sentence; file names must not contain them. */
const ISOLATES = /[\u2068\u2069]/g;

interface Props {
  title: string;
  link: string;
  code: ResumeCode;
  saved(): void;
  children: ComponentChildren;
}

/** Other ways to keep a code: a file, a QR code for the phone, an email that people send to themselves. We send nothing. */
export class MoreWays extends Component<Props, { qr: Qr | null }> {
  override state = { qr: null };

  #showQr = async () => {
    const file = await import('../../ui/qr.ts').catch(() => null);
    this.setState({ qr: this.state.qr === null && file ? file.qrOf(this.props.link) : null });
  };

  render({ title, link, code, saved, children }: Props, { qr }: { qr: Qr | null }) {
    const written = encodeURIComponent(
      [title, '', thread.openLink, link, '', thread.enterCodeAt({ address: location.origin + RESUME_PATH }), formatResumeCode(code)].join(
        '\r\n',
      ),
    );
    return (
      <>
        <p class="card-acts more-ways">
          <a
            class="quiet"
            href={`data:text/plain;charset=utf-8,${written}`}
            download={`${title.replace(ISOLATES, '')}.txt`}
            onClick={saved}
          >
            {thread.saveFile}
          </a>
          <button type="button" class="quiet" aria-expanded={qr !== null} onClick={this.#showQr}>
            {thread.qrCode}
          </button>
          <a class="quiet" href={`mailto:?subject=${encodeURIComponent(title)}&body=${written}`} onClick={saved}>
            {thread.emailMyself}
          </a>
          {children}
        </p>
        {qr && (
          <svg
            class="qr"
            ref={intoView}
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            role="img"
            aria-label={thread.qrOfLink}
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
