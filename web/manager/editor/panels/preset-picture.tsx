import type { Preset } from '@foyer/domain/look';
import { firstNameOf } from '@foyer/domain/person-name';
import type { Picture } from '@foyer/domain/picture';
import { smallestFile } from '@foyer/domain/picture-files';
import type { ComponentChildren, SVGAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { PALETTES, type Scheme } from '../../../public-page/presets/palettes.ts';

interface Inks extends Scheme {
  accent: string;
  /** The page's name in at most this width, and the font size at which it fits. */
  name(width: number, size: number): { words: string; size: number };
  /** The manager's portrait, or a patch in the accent colour. */
  photo(x: number, y: number, width: number, height: number, isRound?: boolean): ComponentChildren;
}

/** What the terminal shows: code, the same in every language. */
const COMMAND = '$ whoami';
const PROMPT = '>';

/** How wide a letter is on average, as a share of its size. */
const LETTER = 0.6;

/** Each preset in a few strokes, on 160 by 104 units. */
const DRAWINGS: Readonly<Record<Preset, (inks: Inks) => ComponentChildren>> = {
  atelier: ({ ink, soft, line, name, photo }) => (
    <>
      <Words {...name(84, 25)} x={12} y={36} font-family="Iowan Old Style, Palatino, P052, serif" fill={ink} />
      <path d="M12 50h64M12 57h50" stroke={soft} stroke-width="2" />
      <rect x="12" y="68" width="62" height="12" fill="none" stroke={soft} />
      {photo(104, 0, 44, 62)}
      <path d="M12 93h136" stroke={line} />
    </>
  ),
  studio: ({ ink, soft, name, photo }) => (
    <>
      <Words {...name(140, 30)} x={11} y={34} font-family="Helvetica, Arial, sans-serif" font-weight="700" letter-spacing="-1" fill={ink} />
      {photo(12, 46, 64, 46)}
      <path d="M84 48h64M84 55h64M84 62h40" stroke={soft} stroke-width="2" />
      <path d="M84 82h64" stroke={ink} stroke-width="2" />
    </>
  ),
  terminal: ({ ink, soft, accent, name }) => (
    <g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="10">
      <text x="12" y="24" fill={accent}>
        {COMMAND}
      </text>
      <Words {...name(136, 10)} x={12} y={40} fill={ink} />
      <path d="M12 52h84M12 60h100M12 68h64" stroke={soft} stroke-width="2" stroke-dasharray="14 3" />
      <text x="12" y="90" fill={accent}>
        {PROMPT}
      </text>
      <rect x="22" y="81" width="7" height="11" fill={accent} />
    </g>
  ),
  garden: ({ ink, soft, raised, bubble, name, photo }) => (
    <>
      {photo(16, 16, 40, 40, true)}
      <Words {...name(84, 20)} x={66} y={42} font-family="Optima, Candara, Noto Sans, sans-serif" fill={ink} />
      <rect x="12" y="64" width="64" height="32" rx="12" fill={raised} />
      <rect x="84" y="64" width="64" height="32" rx="12" fill={bubble} />
      <path d="M22 76h40M22 84h28M94 76h40M94 84h28" stroke={soft} stroke-width="2" stroke-linecap="round" />
    </>
  ),
  gallery: ({ ink, soft, bubble, accent, name, photo }) => (
    <>
      <Words {...name(100, 9)} x={12} y={17} font-family="Helvetica, Arial, sans-serif" font-weight="600" fill={ink} />
      <path d="M128 14h20" stroke={soft} stroke-width="2" />
      {photo(12, 24, 64, 46)}
      <rect x="80" y="24" width="32" height="46" fill={bubble} />
      <rect x="116" y="24" width="32" height="46" fill={soft} opacity="0.5" />
      <rect x="12" y="74" width="32" height="22" fill={soft} opacity="0.4" />
      <rect x="48" y="74" width="64" height="22" fill={bubble} />
      <rect x="116" y="74" width="32" height="22" fill={accent} opacity="0.45" />
    </>
  ),
  counsel: ({ ink, soft, line, accent, name }) => (
    <>
      <path d="M12 12h136" stroke={accent} stroke-width="3" />
      <Words
        {...name(128, 19)}
        x={80}
        y={42}
        text-anchor="middle"
        font-family="Hoefler Text, Garamond, P052, serif"
        letter-spacing="1"
        fill={ink}
      />
      <path d="M66 52h28" stroke={accent} />
      <path d="M40 64h80M48 71h64M44 78h72" stroke={soft} stroke-width="1.5" />
      <path d="M12 92h136" stroke={line} />
    </>
  ),
  poster: ({ ink, raised, name, photo }) => (
    <>
      <Words {...name(116, 46)} x={6} y={46} font-family="Impact, Arial Black, sans-serif" font-weight="900" fill={ink} />
      <rect x="16" y="64" width="90" height="30" fill={ink} />
      <rect x="12" y="60" width="90" height="30" fill={raised} stroke={ink} stroke-width="2.5" />
      {photo(117, 61, 30, 30, true)}
      <circle cx="132" cy="76" r="15" fill="none" stroke={ink} stroke-width="2.5" />
    </>
  ),
  card: ({ ink, soft, raised, bubble, accent, name, photo }) => (
    <>
      <rect x="44" y="8" width="72" height="90" rx="9" fill={raised} />
      {photo(70, 15, 20, 20, true)}
      <Words {...name(60, 8)} x={80} y={47} text-anchor="middle" font-family="Helvetica, Arial, sans-serif" font-weight="600" fill={ink} />
      <path d="M60 53h40" stroke={soft} stroke-width="1.5" stroke-linecap="round" />
      <rect x="52" y="61" width="56" height="8" rx="4" fill={accent} />
      <rect x="52" y="72" width="56" height="8" rx="4" fill={bubble} />
      <rect x="52" y="83" width="56" height="8" rx="4" fill={bubble} />
    </>
  ),
  letter: ({ ink, soft, raised, line, accent, name }) => (
    <>
      <rect x="30" y="8" width="100" height="96" fill={raised} stroke={line} />
      <Words {...name(78, 9)} x={42} y={26} font-family="Iowan Old Style, Palatino, P052, serif" fill={ink} />
      <path d="M42 36h76M42 44h76M42 52h76M42 60h48" stroke={soft} stroke-width="1.5" />
      <path d="M84 78c4-8 8-8 8-2s6 4 8-2 6-2 4 3 6 3 10-2" fill="none" stroke={accent} stroke-width="2" stroke-linecap="round" />
    </>
  ),
};

/** A line of text in the drawing. */
function Words({ words, size, ...rest }: { words: string; size: number } & SVGAttributes<SVGTextElement>) {
  return (
    <text font-size={size} {...rest}>
      {words}
    </text>
  );
}

interface Props {
  preset: Preset;
  accent: string;
  name: string;
  portrait: Picture | undefined;
}

/** A small drawing of a preset in its colours and the chosen accent, with the manager's name and portrait. Not mirrored: only the text in it has a direction. */
export function PresetPicture({ preset, accent, name, portrait }: Props) {
  const id = useId();
  const scheme = preset === 'terminal' ? PALETTES[preset].dark : PALETTES[preset].light;
  const src = portrait && smallestFile(portrait);
  const photo: Inks['photo'] = (x, y, width, height, isRound = false) => {
    const place = { x, y, width, height };
    const radius = isRound ? width / 2 : 0;
    if (!src) return <rect {...place} rx={radius} fill={accent} opacity="0.75" />;
    return (
      <>
        <clipPath id={`${id}-photo`}>
          <rect {...place} rx={radius} />
        </clipPath>
        <image {...place} href={src} preserveAspectRatio="xMidYMid slice" clip-path={`url(#${id}-photo)`} />
      </>
    );
  };
  return (
    <svg viewBox="0 0 160 104" aria-hidden="true" direction="ltr" class="block w-full">
      <rect width="160" height="104" fill={scheme.paper} />
      {DRAWINGS[preset]({ ...scheme, accent, photo, name: (width, size) => fitted(name, width, size) })}
    </svg>
  );
}

/** The whole name, smaller if it is long; only the first name if it would become too small. */
function fitted(name: string, width: number, size: number): { words: string; size: number } {
  const whole = Math.min(size, width / (name.length * LETTER));
  const words = whole < size / 2 ? firstNameOf(name) : name;
  return { words, size: Math.min(size, width / (words.length * LETTER)) };
}
