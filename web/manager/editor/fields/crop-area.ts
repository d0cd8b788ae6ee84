/** The part of a picture that is kept, in the picture's pixels. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The chosen part: the zoom from the largest part that fits, and its position in the remaining room, from 0 to 1. */
export interface Framing {
  zoom: number;
  x: number;
  y: number;
}

export const WHOLE: Framing = { zoom: 1, x: 0.5, y: 0.5 };

/** A smaller part has too few pixels for a page. */
const SIDE_MIN = 240;
const ZOOM_MAX = 4;
/** The largest width of the cropped file. */
const WIDTH_MAX = 1600;

interface Size {
  width: number;
  height: number;
}

/** The part of a picture in a slot of this aspect (width by height). */
export function areaOf(size: Size, aspect: number, { zoom, x, y }: Framing): Area {
  const width = Math.min(size.width, size.height * aspect) / zoom;
  const height = width / aspect;
  return { left: (size.width - width) * x, top: (size.height - height) * y, width, height };
}

export function zoomMax(size: Size, aspect: number): number {
  const { width, height } = areaOf(size, aspect, WHOLE);
  return Math.max(1, Math.min(ZOOM_MAX, Math.min(width, height) / SIDE_MIN));
}

/** Whether a picture has the slot's aspect already, to a hundredth. */
export function fits({ width, height }: Size, aspect: number): boolean {
  return Math.abs(width / height / aspect - 1) < 0.01;
}

/** The framing after the picture was dragged by this many of its pixels. */
export function dragged(size: Size, aspect: number, framing: Framing, by: { x: number; y: number }): Framing {
  const { left, top, width, height } = areaOf(size, aspect, framing);
  return { ...framing, x: part(left - by.x, size.width - width), y: part(top - by.y, size.height - height) };
}

/** The size of the cropped file. */
export function fileSize({ width, height }: Area): Size {
  const scale = Math.min(1, WIDTH_MAX / width);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function part(at: number, room: number): number {
  return room < 1 ? 0.5 : Math.min(1, Math.max(0, at / room));
}
