import { faces } from 'virtual:preview-fonts';
import type { Profile } from '@foyer/domain/profile';
import { OPEN_GRAPH_SIZE } from '@foyer/web/public-page/open-graph-image';
import satori, { type Font } from 'satori';
import { sharp } from '../pictures/sharp.ts';
import { type Drawn, PORTRAIT, PreviewPicture } from './preview-picture.tsx';

export interface Preview {
  profile: Profile;
  host: string;
  slug: string;
  portrait: Buffer | null;
}

/** The same page gives the same bytes. Omits what no typeface here can write (such as Chinese or Arabic): no name is a row of boxes. */
export async function drawPreview({ profile, host, slug, portrait }: Preview): Promise<Buffer> {
  const drawing = sharp(Buffer.from(await draw(profile, host, slug)));
  if (portrait) {
    const { left, top, ...box } = PORTRAIT;
    const cropped = sharp(portrait)
      .resize({ ...box, fit: 'cover', position: 'attention' })
      .flatten({ background: '#ffffff' });
    drawing.composite([{ input: await cropped.png({ compressionLevel: 1 }).toBuffer(), left, top }]);
  }
  return drawing.removeAlpha().jpeg({ quality: 84, chromaSubsampling: '4:4:4' }).toBuffer();
}

async function draw({ name, headline, theme }: Profile, host: string, slug: string): Promise<string> {
  const letters = { name: lettersOf(name), headline: headline && lettersOf(headline) };
  const choices = letters.name === '' ? [] : [letters, { name: letters.name }];
  for (const words of choices) {
    for (const face of FACES) {
      const svg = await wholly({ theme, words, host, slug }, face);
      if (svg !== null) return svg;
    }
  }
  const wordless = await wholly({ theme, words: null, host, slug }, FACES[0]);
  if (wordless === null) throw new Error('The site has a name that cannot be drawn.');
  return wordless;
}

async function wholly(drawn: Drawn, fonts: readonly Font[]): Promise<string | null> {
  let isWhole = true;
  const svg = await satori(<PreviewPicture {...drawn} fontFamily={fonts.map(({ name }) => name).join(', ')} />, {
    ...OPEN_GRAPH_SIZE,
    fonts: [...fonts],
    async loadAdditionalAsset() {
      isWhole = false;
      return [];
    },
  });
  return isWhole ? svg : null;
}

function lettersOf(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const FACES = [faces.grotesk, faces.garamond].map((files) =>
  files.map((file, index): Font => ({ name: `part-${index}`, data: Buffer.from(file, 'base64'), weight: 400, style: 'normal' })),
) as [Font[], Font[]];
