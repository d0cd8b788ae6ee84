import { areaOf, type Framing, fileSize } from './crop-area.ts';

/** Decodes a picture, upright, or `null` for a file that the browser can't show. */
export async function readPicture(file: File): Promise<ImageBitmap | null> {
  return createImageBitmap(file).catch(() => null);
}

/** Draws a part of a picture over a whole canvas. */
export function drawPart(canvas: HTMLCanvasElement, picture: ImageBitmap, aspect: number, framing: Framing): void {
  const { left, top, width, height } = areaOf(picture, aspect, framing);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, left, top, width, height, 0, 0, canvas.width, canvas.height);
}

/** A file of that part: PNG if it can be transparent, else JPEG. The whole file if the browser can't encode one. */
export async function croppedFile(file: File, picture: ImageBitmap, aspect: number, framing: Framing): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fileSize(areaOf(picture, aspect, framing)));
  drawPart(canvas, picture, aspect, framing);
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.92));
  return blob ? new File([blob], file.name, { type }) : file;
}
