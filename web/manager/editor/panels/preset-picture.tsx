import type { Preset } from '@foyer/domain/look';
import type { ComponentChildren } from 'preact';
import { PALETTES, type Scheme } from '../../../public-page/presets/palettes.ts';

interface Inks extends Scheme {
  accent: string;
}

/** What tells one preset from the others, in a few strokes on 160 by 104. */
const DRAWINGS: Readonly<Record<Preset, (inks: Inks) => ComponentChildren>> = {
  atelier: ({ ink, soft, line, accent }) => (
    <>
      <text x="12" y="36" font-family="Iowan Old Style, Palatino, P052, serif" font-size="25" fill={ink}>
        Name
      </text>
      <path d="M12 50h64M12 57h50" stroke={soft} stroke-width="2" />
      <rect x="12" y="68" width="62" height="12" fill="none" stroke={soft} />
      <rect x="104" y="0" width="44" height="62" fill={accent} opacity="0.75" />
      <path d="M12 93h136" stroke={line} />
    </>
  ),
  studio: ({ ink, soft, accent }) => (
    <>
      <text x="11" y="34" font-family="Helvetica, Arial, sans-serif" font-weight="700" font-size="30" letter-spacing="-1.5" fill={ink}>
        Name
      </text>
      <rect x="12" y="46" width="64" height="46" fill={accent} />
      <path d="M84 48h64M84 55h64M84 62h40" stroke={soft} stroke-width="2" />
      <path d="M84 82h64" stroke={ink} stroke-width="2" />
    </>
  ),
  terminal: ({ ink, soft, accent }) => (
    <g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="10">
      <text x="12" y="24" fill={accent}>
        $ whoami
      </text>
      <text x="12" y="40" fill={ink}>
        name
      </text>
      <path d="M12 52h84M12 60h100M12 68h64" stroke={soft} stroke-width="2" stroke-dasharray="14 3" />
      <text x="12" y="90" fill={accent}>
        &gt;
      </text>
      <rect x="22" y="81" width="7" height="11" fill={accent} />
    </g>
  ),
  garden: ({ ink, soft, raised, bubble, accent }) => (
    <>
      <circle cx="36" cy="36" r="20" fill={accent} opacity="0.8" />
      <text x="66" y="40" font-family="Optima, Candara, Noto Sans, sans-serif" font-size="20" fill={ink}>
        Name
      </text>
      <rect x="12" y="64" width="64" height="32" rx="12" fill={raised} />
      <rect x="84" y="64" width="64" height="32" rx="12" fill={bubble} />
      <path d="M22 76h40M22 84h28M94 76h40M94 84h28" stroke={soft} stroke-width="2" stroke-linecap="round" />
    </>
  ),
  gallery: ({ ink, soft, bubble, accent }) => (
    <>
      <path d="M12 14h28" stroke={ink} stroke-width="2.5" />
      <path d="M128 14h20" stroke={soft} stroke-width="2" />
      <rect x="12" y="24" width="64" height="46" fill={accent} opacity="0.7" />
      <rect x="80" y="24" width="32" height="46" fill={bubble} />
      <rect x="116" y="24" width="32" height="46" fill={soft} opacity="0.5" />
      <rect x="12" y="74" width="32" height="22" fill={soft} opacity="0.4" />
      <rect x="48" y="74" width="64" height="22" fill={bubble} />
      <rect x="116" y="74" width="32" height="22" fill={accent} opacity="0.45" />
    </>
  ),
  counsel: ({ ink, soft, line, accent }) => (
    <>
      <path d="M12 12h136" stroke={accent} stroke-width="3" />
      <text
        x="80"
        y="42"
        text-anchor="middle"
        font-family="Hoefler Text, Garamond, P052, serif"
        font-size="19"
        letter-spacing="2"
        fill={ink}
      >
        NAME
      </text>
      <path d="M66 52h28" stroke={accent} />
      <path d="M40 64h80M48 71h64M44 78h72" stroke={soft} stroke-width="1.5" />
      <path d="M12 92h136" stroke={line} />
    </>
  ),
  poster: ({ ink, raised, accent }) => (
    <>
      <text
        x="6"
        y="46"
        font-family="Impact, Arial Black, sans-serif"
        font-weight="900"
        font-size="46"
        textLength="148"
        lengthAdjust="spacingAndGlyphs"
        fill={ink}
      >
        NAME
      </text>
      <rect x="16" y="64" width="90" height="30" fill={ink} />
      <rect x="12" y="60" width="90" height="30" fill={raised} stroke={ink} stroke-width="2.5" />
      <circle cx="132" cy="76" r="15" fill={accent} stroke={ink} stroke-width="2.5" />
    </>
  ),
  card: ({ ink, soft, raised, bubble, accent }) => (
    <>
      <rect x="44" y="8" width="72" height="90" rx="9" fill={raised} />
      <circle cx="80" cy="27" r="10" fill={accent} />
      <path d="M66 45h28" stroke={ink} stroke-width="3" stroke-linecap="round" />
      <path d="M60 53h40" stroke={soft} stroke-width="1.5" stroke-linecap="round" />
      <rect x="52" y="61" width="56" height="8" rx="4" fill={accent} />
      <rect x="52" y="72" width="56" height="8" rx="4" fill={bubble} />
      <rect x="52" y="83" width="56" height="8" rx="4" fill={bubble} />
    </>
  ),
  letter: ({ ink, soft, raised, line, accent }) => (
    <>
      <rect x="30" y="8" width="100" height="96" fill={raised} stroke={line} />
      <path d="M42 24h28" stroke={ink} stroke-width="2" />
      <path d="M42 36h76M42 44h76M42 52h76M42 60h48" stroke={soft} stroke-width="1.5" />
      <path d="M84 78c4-8 8-8 8-2s6 4 8-2 6-2 4 3 6 3 10-2" fill="none" stroke={accent} stroke-width="2" stroke-linecap="round" />
    </>
  ),
};

/** A preset in small, in its own colours and the chosen accent. */
export function PresetPicture({ preset, accent }: { preset: Preset; accent: string }) {
  const scheme = preset === 'terminal' ? PALETTES[preset].dark : PALETTES[preset].light;
  return (
    <svg viewBox="0 0 160 104" aria-hidden="true" class="block w-full">
      <rect width="160" height="104" fill={scheme.paper} />
      {DRAWINGS[preset]({ ...scheme, accent })}
    </svg>
  );
}
