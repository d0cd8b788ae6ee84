import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { sayFailed } from '../notice/notice.ts';
import type { Page } from '../workspace/page.ts';
import { Part } from './part.tsx';
import { qrPng, qrSvg } from './qr-image.ts';
import { words } from './words.ts';

/** The address for print: a card, a poster, the last slide. */
export function QrFiles({ page: { href, address, slug } }: { page: Page }) {
  const saveSvg = () => saveFile(new Blob([qrSvg(href)], { type: 'image/svg+xml' }), `${slug}.svg`);
  const savePng = () => {
    qrPng(href).then(
      (png) => saveFile(png, `${slug}.png`),
      () => sayFailed(words.qrFailed, savePng),
    );
  };
  return (
    <Part title={words.qrTitle} about={words.qrAbout}>
      <div class="flex flex-wrap items-end gap-5">
        <div class="rounded-2xl border border-line p-2">
          <QrCode text={href} label={words.qrLabel({ address })} />
        </div>
        <div class="flex flex-wrap gap-2">
          <Button onClick={saveSvg}>{words.saveSvg}</Button>
          <Button onClick={savePng}>{words.savePng}</Button>
        </div>
      </div>
    </Part>
  );
}
