/** Light and dark: follows the system until somebody chooses; one palette feeds antd and our own style sheets. */
import { theme as antdTheme, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type PropsWithChildren, useEffect, useLayoutEffect } from 'react';
import { fonts, type Mode, type Palette, palette } from '#web/look/palette.ts';
import { useIsPhone } from '#web/look/phone.ts';
import { cell, keptCell, oneOf, useCell } from '#web/place/cell.ts';
import { localeOf, useLanguage } from '#web/words/words.ts';
import 'dayjs/locale/zh-cn';

export type ModeChoice = Mode | 'system';
export const modeChoiceCell = keptCell<ModeChoice>('mode', 'system', oneOf('light', 'dark', 'system'));

const dark = matchMedia('(prefers-color-scheme: dark)');
const systemCell = cell<Mode>(dark.matches ? 'dark' : 'light');
dark.addEventListener('change', () => systemCell.set(dark.matches ? 'dark' : 'light'));

const still = matchMedia('(prefers-reduced-motion: reduce)');

export function useMode(): Mode {
  const choice = useCell(modeChoiceCell);
  const system = useCell(systemCell);
  return choice === 'system' ? system : choice;
}

const exact = (c: Palette) => ({
  colorPrimary: c.solid,
  colorInfo: c.brand,
  colorLink: c.brand,
  colorLinkHover: c.accent,
  colorPrimaryText: c.brand,
  colorPrimaryBg: c.brandSoft,
  colorSuccess: c.good,
  colorWarning: c.warn,
  colorError: c.danger,
  colorErrorText: c.danger,
});

/** On a phone what is touched is 44 pixels high. */
const heights = { desk: 32, phone: 44 };

function antdOf(mode: Mode, phone: boolean): ThemeConfig {
  const c = palette[mode];
  const drawn = mode === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm;
  return {
    // The algorithm bends seed colours in the dark; ours were chosen for it and stay.
    algorithm: (seed, map) => ({ ...drawn(seed, map), ...exact(c) }),
    cssVar: { key: 'sy', prefix: 'sy' },
    hashed: false,
    token: {
      colorPrimary: c.solid,
      colorLink: c.brand,
      colorTextLightSolid: c.onSolid,
      colorText: c.ink,
      colorTextSecondary: c.quiet,
      colorTextTertiary: c.faint,
      colorTextDescription: c.faint,
      colorTextPlaceholder: c.faint,
      colorBgLayout: c.ground,
      colorBgContainer: c.sheet,
      colorBgElevated: mode === 'dark' ? c.raised : c.sheet,
      colorBorder: c.edge,
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      colorBgSpotlight: mode === 'dark' ? '#33444a' : '#22302f',
      fontFamily: fonts,
      fontSize: 14,
      lineHeight: 1.6,
      borderRadius: 6,
      controlHeight: phone ? heights.phone : heights.desk,
      wireframe: false,
      motion: !still.matches,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: {
        dangerColor: mode === 'dark' ? c.ground : c.onSolid,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 18 },
      Segmented: { trackBg: c.line },
      Tooltip: { colorTextLightSolid: '#ffffff' },
    },
  };
}

/** Our style sheets read the same palette as `--brand`, `--line`, … */
function putOnPage(mode: Mode): void {
  const { documentElement: html } = document;
  for (const [name, colour] of Object.entries(palette[mode])) {
    html.style.setProperty(`--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`, colour);
  }
  html.style.setProperty('--fonts', fonts);
  html.style.setProperty('color-scheme', mode);
  html.dataset.mode = mode;
}

/** Paper is white, whatever the screen's mode. */
function onPaperLight(mode: Mode): () => void {
  const toPaper = () => putOnPage('light');
  const toScreen = () => putOnPage(mode);
  addEventListener('beforeprint', toPaper);
  addEventListener('afterprint', toScreen);
  return () => {
    removeEventListener('beforeprint', toPaper);
    removeEventListener('afterprint', toScreen);
  };
}

export function Theme({ children }: PropsWithChildren) {
  const mode = useMode();
  const language = useLanguage();
  const phone = useIsPhone();
  useLayoutEffect(() => putOnPage(mode), [mode]);
  useEffect(() => onPaperLight(mode), [mode]);
  useEffect(() => {
    document.documentElement.lang = localeOf[language];
  }, [language]);
  return (
    <ConfigProvider
      theme={antdOf(mode, phone)}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      form={{ colon: false, requiredMark: 'optional' }}
      variant="outlined"
    >
      {children}
    </ConfigProvider>
  );
}
