import type { Preset } from '@foyer/domain/theme';

/** The surfaces and inks of one light or dark page. All text colours pass AA on all three surfaces (a test computes it). */
export interface Scheme {
  paper: string;
  /** For surfaces on the paper: fields, cards. */
  raised: string;
  /** The bubble of the other participant. */
  bubble: string;
  ink: string;
  soft: string;
  /** For hairlines, which never convey meaning alone. */
  line: string;
  danger: string;
  /** Whether large areas of the accent use a dark shade of it, with the name on them in the accent. */
  isDim?: true;
}

export interface Palette {
  /** The default accent. */
  accent: string;
  light: Scheme;
  dark: Scheme;
}

const DANGER = { light: '#b3261e', dark: '#ff9d90' } as const;

export const PALETTES: Readonly<Record<Preset, Palette>> = {
  atelier: {
    accent: '#8a3b2a',
    light: {
      paper: '#fdfcfa',
      raised: '#ffffff',
      bubble: '#f2f0eb',
      ink: '#1d1a16',
      soft: '#635d55',
      line: '#dcd8d0',
      danger: DANGER.light,
    },
    dark: { paper: '#181512', raised: '#211d19', bubble: '#2a2622', ink: '#ebe6dd', soft: '#a9a196', line: '#3a342d', danger: DANGER.dark },
  },
  studio: {
    accent: '#e30613',
    light: {
      paper: '#ffffff',
      raised: '#ffffff',
      bubble: '#efefef',
      ink: '#0a0a0a',
      soft: '#595959',
      line: '#d4d4d4',
      danger: DANGER.light,
    },
    dark: { paper: '#0c0c0c', raised: '#161616', bubble: '#242424', ink: '#f5f5f5', soft: '#a3a3a3', line: '#333333', danger: DANGER.dark },
  },
  terminal: {
    accent: '#33d17a',
    light: {
      paper: '#f7f8f5',
      raised: '#ffffff',
      bubble: '#e9ece5',
      ink: '#16201a',
      soft: '#505c54',
      line: '#bcc5ba',
      danger: DANGER.light,
    },
    dark: { paper: '#0b0f0d', raised: '#121815', bubble: '#1b2420', ink: '#d7e4db', soft: '#8fa297', line: '#36453d', danger: DANGER.dark },
  },
  garden: {
    accent: '#4c6b3c',
    light: { paper: '#f8f3ea', raised: '#fffdf8', bubble: '#efe7d8', ink: '#2f2a22', soft: '#655c4d', line: '#ddd1bc', danger: '#a3301f' },
    dark: { paper: '#1e1a15', raised: '#28231c', bubble: '#332d24', ink: '#f0e8da', soft: '#b5a994', line: '#443c30', danger: DANGER.dark },
  },
  gallery: {
    accent: '#2036c8',
    light: {
      paper: '#fafafa',
      raised: '#ffffff',
      bubble: '#eeeeee',
      ink: '#141414',
      soft: '#5e5e5e',
      line: '#dddddd',
      danger: DANGER.light,
    },
    dark: { paper: '#101010', raised: '#1a1a1a', bubble: '#262626', ink: '#eeeeee', soft: '#a0a0a0', line: '#303030', danger: DANGER.dark },
  },
  counsel: {
    accent: '#1f3a5f',
    light: {
      paper: '#fbf8f0',
      raised: '#fffefa',
      bubble: '#f1ecdf',
      ink: '#191c22',
      soft: '#59595a',
      line: '#d9d2c0',
      danger: DANGER.light,
    },
    dark: { paper: '#13161b', raised: '#1b1f26', bubble: '#252a33', ink: '#e8e4d9', soft: '#a6a59e', line: '#343a44', danger: DANGER.dark },
  },
  poster: {
    accent: '#ff4d00',
    light: { paper: '#fff6d6', raised: '#ffffff', bubble: '#ffe9a3', ink: '#0d0d0d', soft: '#57503a', line: '#0d0d0d', danger: '#a8200d' },
    dark: {
      paper: '#141414',
      raised: '#1f1f1f',
      bubble: '#2c2c2c',
      ink: '#fff7e0',
      soft: '#bdb5a0',
      line: '#fff7e0',
      danger: DANGER.dark,
      isDim: true,
    },
  },
  card: {
    accent: '#5b3fd6',
    light: { paper: '#eceaf4', raised: '#ffffff', bubble: '#e9e6f5', ink: '#1a1726', soft: '#5a556b', line: '#d8d4e6', danger: '#a9231b' },
    dark: { paper: '#121019', raised: '#1d1a28', bubble: '#282437', ink: '#ece9f6', soft: '#a9a3bd', line: '#35304a', danger: DANGER.dark },
  },
  letter: {
    accent: '#274a8a',
    light: {
      paper: '#ece6d9',
      raised: '#fffdf7',
      bubble: '#f3eee2',
      ink: '#22201b',
      soft: '#5f5a4f',
      line: '#d8d0be',
      danger: '#a8231b',
    },
    dark: { paper: '#12110e', raised: '#1f1d18', bubble: '#2b2922', ink: '#ebe5d6', soft: '#aca590', line: '#3c382e', danger: DANGER.dark },
  },
};
