import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { initialLetterOf } from '@foyer/domain/person-name';
import satori from 'satori';
import { previewFace } from '../functions/rolldown.config.ts';
import { sharp } from '../functions/src/pictures/sharp.ts';
import { FOYER } from './site-name.ts';

/** On 32 by 32, inside the circle that every platform's mask leaves. */
const SIZE = 32;
const GROUND = '#1f1e1c';
const LETTER = '#f4d9a6';
/** As in `web/manager/index.html`. */
const DOOR = `<path d='M10 26V7h12v19z' fill='${LETTER}'/><path d='M10 26V7l7 3v18.5z' fill='#f6f5f3'/>`;
/** For a status bar, which colours it by its transparency. */
const DOOR_OUTLINE = "<path d='M7 28V4h18v24h-3V7H10v21z' fill='#fff'/><path d='M20 7.5v20L12 31V10.5z' fill='#fff'/>";

const drawn = (inside: string) => `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${SIZE} ${SIZE}'>${inside}</svg>`;

/**
 * Draws the icons of `web/public/app.webmanifest`, Apple's for its home screen, and the badge of notifications into the build: the first
 * letter of the site's name. Foyer's own name has a door, and so does a name whose first letter no typeface here can write.
 */
export async function drawAppIcons(webOut: string, siteName: string): Promise<void> {
  const folder = join(webOut, 'images');
  mkdirSync(folder, { recursive: true });
  const letter = siteName === FOYER ? '' : initialLetterOf(siteName);
  const sign = (await drawLetter(letter, LETTER, 20)) ?? DOOR;
  const rounded = drawn(`<rect width='${SIZE}' height='${SIZE}' rx='7' fill='${GROUND}'/>${sign}`);
  const whole = drawn(`<rect width='${SIZE}' height='${SIZE}' fill='${GROUND}'/>${sign}`);
  const badge = drawn((await drawLetter(letter, '#fff', 30)) ?? DOOR_OUTLINE);
  const icons = [
    ['app-192', rounded, 192],
    ['app-512', rounded, 512],
    ['app-maskable-512', whole, 512],
    ['apple-180', whole, 180],
    ['badge-96', badge, 96],
  ] as const;
  for (const [name, svg, size] of icons) {
    await sharp(Buffer.from(svg), { density: (72 * size) / SIZE })
      .resize(size, size)
      .png({ compressionLevel: 9, palette: true })
      .toFile(join(folder, `${name}.png`));
  }
}

/** The letter as paths, in the middle; `null` for none, and for one that the typefaces lack. */
async function drawLetter(letter: string, color: string, fontSize: number): Promise<string | null> {
  let isWhole = letter !== '';
  const files = [...previewFace('grotesk'), ...previewFace('garamond')];
  const fonts = files.map((data, index) => ({ name: `part-${index}`, data, weight: 400 as const, style: 'normal' as const }));
  const fontFamily = fonts.map(({ name }) => name).join(', ');
  const style = { display: 'flex', width: SIZE, height: SIZE, alignItems: 'center', justifyContent: 'center', color, fontSize, fontFamily };
  const node = { type: 'div', key: null, props: { style, children: letter } };
  const svg = await satori(node, {
    width: SIZE,
    height: SIZE,
    fonts,
    async loadAdditionalAsset() {
      isWhole = false;
      return [];
    },
  });
  return isWhole ? svg : null;
}
