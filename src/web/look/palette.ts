/**
 * The colours, light and dark; every contrast of words on their ground is at least 4.5 : 1. Red is for late and for danger
 * alone, so the brand is a deep blue-green, with one warm accent for what wants to be seen.
 */
export type Mode = 'light' | 'dark';

export const palette = {
  light: {
    ground: '#f3f5f5',
    sheet: '#ffffff',
    raised: '#f0f3f3',
    hover: '#eaf0f0',
    line: '#dfe5e5',
    edge: '#879696',
    ink: '#16211f',
    quiet: '#4d5c5b',
    faint: '#5d6b6a',
    brand: '#0f5c63',
    brandSoft: '#e2eff0',
    solid: '#0f5c63',
    onSolid: '#ffffff',
    accent: '#a85711',
    accentSoft: '#fbeedf',
    good: '#25703f',
    goodSoft: '#e4f2e8',
    warn: '#8a5d00',
    warnSoft: '#fdf3d8',
    check: '#574a9c',
    checkSoft: '#ece9f7',
    danger: '#b5271f',
    dangerSoft: '#fbe8e6',
    shade: 'rgba(16, 33, 31, 0.14)',
  },
  dark: {
    ground: '#0e1415',
    sheet: '#151d1e',
    raised: '#1b2526',
    hover: '#212d2e',
    line: '#293537',
    edge: '#5f7376',
    ink: '#e5eceb',
    quiet: '#aab8b7',
    faint: '#8d9c9b',
    brand: '#6bc2c9',
    brandSoft: '#173438',
    solid: '#237d86',
    onSolid: '#ffffff',
    accent: '#eaa863',
    accentSoft: '#38291a',
    good: '#74c58f',
    goodSoft: '#173022',
    warn: '#e0b54a',
    warnSoft: '#352b12',
    check: '#b7abee',
    checkSoft: '#272344',
    danger: '#f2877d',
    dangerSoft: '#3b1d1b',
    shade: 'rgba(0, 0, 0, 0.5)',
  },
} as const satisfies Record<Mode, Record<string, string>>;

export type Palette = Record<keyof (typeof palette)['light'], string>;

/** For Chinese the fonts of the system: none is shipped. Figures come from the Latin face before them. */
export const fonts =
  '"Segoe UI", "SF Pro Text", -apple-system, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", sans-serif';
