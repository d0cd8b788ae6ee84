import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sharp } from '../functions/src/pictures/sharp.ts';

/** The dashboard's icon, as in `web/manager/index.html`, on 32 by 32. The door is inside the circle that every platform's mask leaves. */
const GROUND = '#1f1e1c';
const DOOR = "<path d='M10 26V7h12v19z' fill='#f4d9a6'/><path d='M10 26V7l7 3v18.5z' fill='#f6f5f3'/>";
/** For a status bar, which colours it by its transparency. */
const OUTLINE = "<path d='M7 28V4h18v24h-3V7H10v21z' fill='#fff'/><path d='M20 7.5v20L12 31V10.5z' fill='#fff'/>";

const drawn = (inside: string) => `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>${inside}</svg>`;
const rounded = drawn(`<rect width='32' height='32' rx='7' fill='${GROUND}'/>${DOOR}`);
const whole = drawn(`<rect width='32' height='32' fill='${GROUND}'/>${DOOR}`);

/** The icons of `web/public/app.webmanifest`, Apple's for its home screen, and the badge of notifications. */
const ICONS = [
  ['app-192', rounded, 192],
  ['app-512', rounded, 512],
  ['app-maskable-512', whole, 512],
  ['apple-180', whole, 180],
  ['badge-96', drawn(OUTLINE), 96],
] as const;

/** Draws the installed dashboard's icons into the build. */
export async function drawAppIcons(webOut: string): Promise<void> {
  const folder = join(webOut, 'images');
  mkdirSync(folder, { recursive: true });
  for (const [name, svg, size] of ICONS) {
    await sharp(Buffer.from(svg), { density: (72 * size) / 32 })
      .resize(size, size)
      .png({ compressionLevel: 9, palette: true })
      .toFile(join(folder, `${name}.png`));
  }
}
