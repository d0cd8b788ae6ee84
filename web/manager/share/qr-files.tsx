import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { sayFailed } from '../notice/notice.ts';
import type { Page } from '../workspace/page.ts';
import { Part } from './part.tsx';
import { qrPng, qrSvg } from './qr-image.ts';

/** The address for paper: a card, a poster, the last slide. */
export function QrFiles({ page: { href, address, slug } }: { page: Page }) {
  const saveSvg = () => saveFile(new Blob([qrSvg(href)], { type: 'image/svg+xml' }), `${slug}.svg`);
  const savePng = () => {
    qrPng(href).then(
      (png) => saveFile(png, `${slug}.png`),
      () => sayFailed('The picture could not be made.', savePng),
    );
  };
  return (
    <Part title="QR code" about="For paper: a business card, a poster, the last slide. Print it no smaller than two centimetres.">
      <div class="flex flex-wrap items-end gap-5">
        <div class="rounded-2xl border border-line p-2">
          <QrCode text={href} label={`QR code of ${address}`} />
        </div>
        <div class="flex flex-wrap gap-2">
          <Button onClick={saveSvg}>Save as SVG</Button>
          <Button onClick={savePng}>Save as PNG</Button>
        </div>
      </div>
    </Part>
  );
}
