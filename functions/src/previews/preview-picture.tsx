import { textOn } from '@foyer/domain/colour';
import { initialLetterOf } from '@foyer/domain/person-name';
import type { Theme } from '@foyer/domain/theme';
import { OPEN_GRAPH_SIZE } from '@foyer/web/public-page/open-graph-image';
import { PALETTES } from '@foyer/web/public-page/presets/palettes';

export interface Words {
  name: string;
  headline?: string | undefined;
}

export interface Drawn {
  theme: Theme;
  /** `null` if no typeface here has the letters. */
  words: Words | null;
  host: string;
  slug: string;
}

export const PORTRAIT = { left: 776, top: 0, width: 424, height: OPEN_GRAPH_SIZE.height } as const;

const NAME_SIZES = [
  [12, 104],
  [20, 84],
  [32, 68],
  [60, 52],
] as const;

const EDGE = 28;

export function PreviewPicture({ theme, words, host, slug, fontFamily }: Drawn & { fontFamily: string }) {
  const { paper, ink, soft } = PALETTES[theme.preset].light;
  const { width, height } = OPEN_GRAPH_SIZE;
  return (
    <div style={{ display: 'flex', width, height, backgroundColor: paper, color: ink, fontFamily }}>
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          boxSizing: 'border-box',
          width: PORTRAIT.left - EDGE,
          height,
          padding: '60px 40px 52px 64px',
        }}
      >
        {/* Without the name: the address has Latin letters only. */}
        {words ? <Said {...words} soft={soft} /> : <Said name={`/${slug}`} soft={soft} />}
        <div style={{ display: 'flex', fontSize: 28, color: soft, wordBreak: 'break-all' }}>{words ? `${host}/${slug}` : host}</div>
      </div>
      <Block accent={theme.accent} letter={words ? initialLetterOf(words.name) : ''} />
    </div>
  );
}

function Said({ name, headline, soft }: Words & { soft: string }) {
  const fontSize = NAME_SIZES.find(([longest]) => name.length <= longest)?.[1] ?? 52;
  const clamped = { display: 'block', wordBreak: 'break-word', textOverflow: 'ellipsis' } as const;
  return (
    <div style={{ display: 'flex', flexDirection: 'column' }}>
      <div style={{ ...clamped, lineClamp: 3, fontSize, lineHeight: 1.05, letterSpacing: '-0.02em' }}>{name}</div>
      {headline && <div style={{ ...clamped, lineClamp: 4, marginTop: 28, fontSize: 38, lineHeight: 1.3, color: soft }}>{headline}</div>}
    </div>
  );
}

/** The accent as chosen. A portrait covers all but its edge. */
function Block({ accent, letter }: { accent: string; letter: string }) {
  const colours = { backgroundColor: accent, color: textOn(accent) };
  return (
    <div style={{ ...colours, display: 'flex', alignItems: 'center', justifyContent: 'center', width: PORTRAIT.width + EDGE }}>
      <div style={{ fontSize: 300, lineHeight: 1 }}>{letter}</div>
    </div>
  );
}
