import { qrOf } from '../../ui/qr.ts';

const PNG_PIXELS = 1024;

/** A QR code as an SVG file, black on white. */
export function qrSvg(text: string): string {
  const { size, path } = qrOf(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}

/** The same as a PNG of 1024 by 1024 pixels. Every module has whole pixels, and the remainder is a wider white margin. */
export async function qrPng(text: string): Promise<Blob> {
  const { size, rows } = qrOf(text);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = PNG_PIXELS;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser draws nothing');
  const module = Math.floor(PNG_PIXELS / size);
  const margin = Math.floor((PNG_PIXELS - module * size) / 2);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, PNG_PIXELS, PNG_PIXELS);
  pen.fillStyle = '#000';
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.entries()) if (isDark) pen.fillRect(margin + x * module, margin + y * module, module, module);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('this browser makes no picture'))), 'image/png');
  });
}
