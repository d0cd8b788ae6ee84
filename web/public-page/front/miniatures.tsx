import { firstNameOf } from '@foyer/domain/person-name';
import type { ComponentChildren } from 'preact';
import { useSite } from '../site-words.ts';

/** Drawn as SVG to stay small, in the presets' own light and dark colours. SVG text doesn't wrap, so each line is separate. */
export function Miniatures() {
  const { words } = useSite();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls sideways, and keys must be able to do it too
    <ul class="miniatures" tabIndex={0} aria-label={words.looksLabel}>
      <Miniature look="atelier" label={words.atelierLabel}>
        <text class="serif" x="24" y="74" font-size="44">
          {WRITER[0]}
        </text>
        <text class="serif" x="24" y="118" font-size="44">
          {WRITER[1]}
        </text>
        {words.atelierHeadline.split('\n').map((line, index) => (
          <text key={line} class="serif soft" x="24" y={150 + index * 18} font-size={fitted(line, 13, 284)}>
            {line}
          </text>
        ))}
        <path class="raised" d="M214 32h82v104h-82z" />
        <path
          class="fill"
          d="M230 136c2-22 10-28 18-30-7-5-9-13-8-24 1-15 9-23 19-23 13 0 20 9 19 22 0 6 3 9 5 13l-5 2c0 11-4 14-13 13 9 5 15 13 16 27z"
        />
        <Box x={24} y={196} width={272} corner={2} words={words.writeTo({ name: WRITER[0] })} font="serif" />
        <path class="rule" d="M24 278h272M24 318h272M24 358h272" />
        {words.atelierWorks.split('\n').map((title, index) => (
          <g key={title}>
            <text class="serif soft" x="24" y={304 + index * 40} font-size="12">
              {index + 1}
            </text>
            <text class="serif" x="52" y={304 + index * 40} font-size={fitted(title, 14, 252)}>
              {title}
            </text>
          </g>
        ))}
      </Miniature>
      <Miniature look="terminal" label={words.terminalLabel}>
        <text class="mono accent" x="24" y="52" font-size="12">
          {PROMPT}
        </text>
        <text class="mono" x="24" y="86" font-size="24">
          {ENGINEER}
        </text>
        <text class="mono soft" x="24" y="112" font-size={fitted(words.terminalHeadline, 11, 252)}>
          {words.terminalHeadline}
        </text>
        <Box x={24} y={136} width={272} corner={0} words={words.promptTo({ name: firstNameOf(ENGINEER).toLowerCase() })} font="mono" />
        {words.terminalWorks.split('\n').map((title, index) => (
          <g key={title}>
            <text class="mono soft" x="24" y={236 + index * 30} font-size="11">
              {YEARS[index]}
            </text>
            <text class="mono" x="72" y={236 + index * 30} font-size={fitted(title, 11, 216)}>
              {title}
            </text>
          </g>
        ))}
        <path class="fill" d="M24 374h7v13h-7z" />
      </Miniature>
      <Miniature look="garden" label={words.gardenLabel}>
        <circle class="raised" cx="160" cy="76" r="44" />
        <path class="fill" d="M160 108c-1-30 4-44 26-56-1 20-8 30-24 34M160 108c1-18-4-28-20-34 0 14 5 22 19 26" />
        <text class="sans strong" x="160" y="156" font-size="25" text-anchor="middle">
          {TEACHER}
        </text>
        <text class="sans soft" x="160" y="182" font-size={fitted(words.gardenHeadline, 12.5, 288)} text-anchor="middle">
          {words.gardenHeadline}
        </text>
        <Box x={36} y={206} width={248} corner={22} words={words.writeTo({ name: firstNameOf(TEACHER) })} font="sans" />
        {words.gardenWorks.split('\n').map((title, index) => (
          <g key={title}>
            <rect class="raised" x={36 + index * 128} y="284" width="120" height="84" rx="18" />
            <text class="sans" x={96 + index * 128} y="331" font-size={fitted(title, 11.5, 112)} text-anchor="middle">
              {title}
            </text>
          </g>
        ))}
      </Miniature>
    </ul>
  );
}

const WRITER = ['Ada', 'Moreau'] as const;
const ENGINEER = 'Ilse Brandt';
const PROMPT = '~/ whoami';
const TEACHER = 'Noor Haddad';
const YEARS = [2026, 2025, 2024, 2022, 2021];

/** A letter's width relative to the font size, a high estimate. Monospace letters take 0.6, so their boxes are smaller. */
const LETTER = 0.54;

/** The font size, reduced if the line is too long for `room`. */
function fitted(line: string, size: number, room: number): number {
  return Math.min(size, Math.floor((room / line.length / LETTER) * 10) / 10);
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

/** The message box, the only part that every page has. */
function Box(props: { x: number; y: number; width: number; corner: number; words: string; font: string }) {
  const { x, y, width, corner, words, font } = props;
  const { send } = useSite().words;
  return (
    <>
      <rect class="box" x={x} y={y} width={width} height="44" rx={corner} />
      <text class={`${font} soft`} x={x + 16} y={y + 27} font-size={fitted(words, 13, width - 84)}>
        {words}
      </text>
      <rect class="fill" x={x + width - 62} y={y + 7} width="55" height="30" rx={Math.min(corner, 15)} />
      <text class={`${font} on-fill`} x={x + width - 34.5} y={y + 26.5} font-size={fitted(send, 12, 49)} text-anchor="middle">
        {send}
      </text>
    </>
  );
}
