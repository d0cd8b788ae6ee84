const SIDE = 64;
const COLOUR = '#d6342c';

interface TabIcon {
  link: HTMLLinkElement;
  href: string;
  base: HTMLImageElement;
}

let loading: Promise<TabIcon | null> | undefined;

/** Draws a text on the tab's icon, or nothing if it is empty. `read` is called when the icon is loaded: the text may have changed by then. */
export async function drawOnIcon(read: () => string): Promise<void> {
  loading ??= loadIcon();
  const icon = await loading;
  if (!icon) return;
  const text = read();
  icon.link.href = text === '' ? icon.href : pictureOf(icon.base, text);
}

async function loadIcon(): Promise<TabIcon | null> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) return null;
  const { href } = link;
  const base = new Image(SIDE, SIDE);
  base.src = href;
  await base.decode();
  return { link, href, base };
}

function pictureOf(base: HTMLImageElement, text: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const pen = canvas.getContext('2d');
  if (!pen) return base.src;
  pen.drawImage(base, 0, 0, SIDE, SIDE);
  const radius = SIDE * 0.31;
  const centre = SIDE - radius;
  // A gap around it separates it from the icon, whatever its colour.
  pen.globalCompositeOperation = 'destination-out';
  fillCircle(pen, centre, radius + 4);
  pen.globalCompositeOperation = 'source-over';
  pen.fillStyle = COLOUR;
  fillCircle(pen, centre, radius);
  pen.fillStyle = '#fff';
  pen.font = `700 ${text.length > 1 ? 26 : 34}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, centre, centre + 2, radius * 1.8);
  return canvas.toDataURL();
}

function fillCircle(pen: CanvasRenderingContext2D, centre: number, radius: number): void {
  pen.beginPath();
  pen.arc(centre, centre, radius, 0, 2 * Math.PI);
  pen.fill();
}
