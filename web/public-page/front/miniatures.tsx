import type { ComponentChildren } from 'preact';

/** Three pages from afar. Drawn, so that they weigh next to nothing; their colours are the presets' own, in light and in dark. */
export function Miniatures() {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls sideways, and keys must be able to do it too
    <ul class="miniatures" tabIndex={0} aria-label="Three pages">
      <Miniature look="atelier" label="A writer’s page: large serif name, a print at the right, numbered sections">
        <text class="serif" x="24" y="74" font-size="44">
          Ada
        </text>
        <text class="serif" x="24" y="118" font-size="44">
          Moreau
        </text>
        <text class="serif soft" x="24" y="150" font-size="13">
          Essays about the things we keep,
        </text>
        <text class="serif soft" x="24" y="168" font-size="13">
          and books worth keeping.
        </text>
        <path class="raised" d="M214 32h82v104h-82z" />
        <path
          class="fill"
          d="M230 136c2-22 10-28 18-30-7-5-9-13-8-24 1-15 9-23 19-23 13 0 20 9 19 22 0 6 3 9 5 13l-5 2c0 11-4 14-13 13 9 5 15 13 16 27z"
        />
        <Box x={24} y={196} width={272} corner={2} words="Write to Ada…" font="serif" />
        <path class="rule" d="M24 278h272M24 318h272M24 358h272" />
        {['The Drawer of Keys', 'Salt Atlas', 'Letters to a Lighthouse'].map((title, index) => (
          <g key={title}>
            <text class="serif soft" x="24" y={304 + index * 40} font-size="12">
              {index + 1}
            </text>
            <text class="serif" x="52" y={304 + index * 40} font-size="14">
              {title}
            </text>
          </g>
        ))}
      </Miniature>
      <Miniature look="terminal" label="An engineer’s page: monospace on black, dense lists, a prompt">
        <text class="mono accent" x="24" y="52" font-size="12">
          ~/ whoami
        </text>
        <text class="mono" x="24" y="86" font-size="24">
          Ilse Brandt
        </text>
        <text class="mono soft" x="24" y="112" font-size="11">
          Compilers, and those who wait for them.
        </text>
        <Box x={24} y={136} width={272} corner={0} words="> write to ilse" font="mono" />
        {[
          ['2026', 'a linker that says sorry'],
          ['2025', 'incremental everything'],
          ['2024', 'one warning a day'],
          ['2022', 'the long build'],
          ['2021', 'notes on caching'],
        ].map(([year, title], index) => (
          <g key={year}>
            <text class="mono soft" x="24" y={236 + index * 30} font-size="11">
              {year}
            </text>
            <text class="mono" x="72" y={236 + index * 30} font-size="11">
              {title}
            </text>
          </g>
        ))}
        <path class="fill" d="M24 374h7v13h-7z" />
      </Miniature>
      <Miniature look="garden" label="A teacher’s page: round shapes, soft greens, everything in the middle">
        <circle class="raised" cx="160" cy="76" r="44" />
        <path class="fill" d="M160 108c-1-30 4-44 26-56-1 20-8 30-24 34M160 108c1-18-4-28-20-34 0 14 5 22 19 26" />
        <text class="sans strong" x="160" y="156" font-size="25" text-anchor="middle">
          Noor Haddad
        </text>
        <text class="sans soft" x="160" y="182" font-size="12.5" text-anchor="middle">
          I teach people to play the cello late.
        </text>
        <Box x={36} y={206} width={248} corner={22} words="Write to Noor…" font="sans" />
        {[
          ['First lesson', 36],
          ['A year of Tuesdays', 164],
        ].map(([title, x]) => (
          <g key={title}>
            <rect class="raised" x={x} y="284" width="120" height="84" rx="18" />
            <text class="sans" x={Number(x) + 60} y="331" font-size="11.5" text-anchor="middle">
              {title}
            </text>
          </g>
        ))}
      </Miniature>
    </ul>
  );
}

function Miniature({ look, label, children }: { look: string; label: string; children: ComponentChildren }) {
  return (
    <li>
      <svg class={`miniature look-${look}`} viewBox="0 0 320 400" role="img" aria-label={label}>
        {children}
      </svg>
    </li>
  );
}

/** The message box, the one thing that every page has. */
function Box(props: { x: number; y: number; width: number; corner: number; words: string; font: string }) {
  const { x, y, width, corner, words, font } = props;
  return (
    <>
      <rect class="box" x={x} y={y} width={width} height="44" rx={corner} />
      <text class={`${font} soft`} x={x + 16} y={y + 27} font-size="13">
        {words}
      </text>
      <rect class="fill" x={x + width - 62} y={y + 7} width="55" height="30" rx={Math.min(corner, 15)} />
      <text class={`${font} on-fill`} x={x + width - 34.5} y={y + 26.5} font-size="12" text-anchor="middle">
        Send
      </text>
    </>
  );
}
