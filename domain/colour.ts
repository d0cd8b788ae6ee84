/** WCAG 2.2, 1.4.3: the minimum contrast of text. */
export const AA = 4.5;

/** An accent that meets AA as text on `grounds`, and the text colour that meets AA on it. Colours are `#rrggbb`. */
export interface Accent {
  accent: string;
  onAccent: string;
}

/**
 * Changes a colour's OKLCH lightness, keeping its hue, until it is readable on each of `grounds` (4.5:1), which must be all light or all
 * dark; the text on it is black or white. Source of the colour space: bottosson.github.io/posts/oklab.
 */
export function accentOn(chosen: string, grounds: readonly string[]): Accent {
  const { l, a, b } = toOklab(chosen);
  const isLight = grounds.every((ground) => luminance(ground) > 0.18);
  const step = isLight ? -0.01 : 0.01;
  const reads = (colour: string) => grounds.every((ground) => contrast(colour, ground) >= AA);
  let accent = chosen;
  for (let light = l; !reads(accent) && light > 0 && light < 1; light += step) accent = fromOklab({ l: light, a, b });
  if (!reads(accent)) accent = isLight ? '#000000' : '#ffffff';
  return { accent, onAccent: textOn(accent) };
}

/** Black or white, whichever contrasts more with `ground`. One of them always has at least 4.58:1. */
export function textOn(ground: string): '#000000' | '#ffffff' {
  return contrast(ground, '#ffffff') >= contrast(ground, '#000000') ? '#ffffff' : '#000000';
}

/** OKLCH lightness of a shade for dark mode: darker than every surface of a dark page that has text. */
const NIGHT = 0.24;

/** A colour's shade for dark mode, with the same hue; a darker colour stays unchanged. Colours are `#rrggbb`. */
export function nightShade(colour: string): string {
  const { l, a, b } = toOklab(colour);
  const part = Math.min(1, NIGHT / l);
  return fromOklab({ l: l * part, a: a * part, b: b * part });
}

/** WCAG's contrast ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

interface Oklab {
  l: number;
  a: number;
  b: number;
}

function channels(hex: string): [number, number, number] {
  const of = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [of(1), of(3), of(5)];
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toOklab(hex: string): Oklab {
  const [red, green, blue] = channels(hex);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    l: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    a: 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    b: 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  };
}

function fromOklab({ l, a, b }: Oklab): string {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
  const hex = linear.map((value) => {
    const clipped = Math.min(1, Math.max(0, value));
    const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${hex.join('')}`;
}
