import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#edf8f6',
  '#d6efea',
  '#aadfd5',
  '#79cbbd',
  '#47b3a2',
  '#23998a',
  '#128075',
  '#0d6f66',
  '#0a5a53',
  '#07433e',
];
/** Greys with a trace of the teal, so that surfaces and accent belong together. */
const gray: MantineColorsTuple = [
  '#f6f8f8',
  '#eef2f2',
  '#e3e9e9',
  '#d2dbdb',
  '#b3bfc0',
  '#8d9b9d',
  '#5f6e71',
  '#475457',
  '#2e393c',
  '#192123',
];
const dark: MantineColorsTuple = [
  '#dde5e6',
  '#bac5c7',
  '#95a3a6',
  '#6d7b7f',
  '#3d494d',
  '#2d383b',
  '#222b2e',
  '#1a2225',
  '#13191b',
  '#0c1112',
];

/** UX: system fonts only; no page waits for a font, and every Japanese reader gets the familiar one. */
export const fontFamily =
  '"BIZ UDPGothic","Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans JP","Noto Sans CJK JP",system-ui,sans-serif';

/** 24 px: no button is harder to hit than that (WCAG 2.5.8). `variable` holds the size of those that would be smaller. */
function atLeast(variable: string, sizes: readonly string[]) {
  return (_theme: unknown, { size }: { size?: unknown }) => ({
    root: typeof size === 'string' && sizes.includes(size) ? { [variable]: '1.5rem' } : {},
  });
}

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, gray, dark },
  black: '#192123',
  fontFamily,
  fontFamilyMonospace: 'ui-monospace,"SFMono-Regular",Consolas,"Noto Sans Mono CJK JP",monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.6', lg: '1.65', xl: '1.5' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  shadows: {
    xs: '0 1px 2px rgb(16 32 34 / 6%)',
    sm: '0 1px 3px rgb(16 32 34 / 8%)',
    md: '0 4px 16px -4px rgb(16 32 34 / 16%)',
    lg: '0 12px 32px -8px rgb(16 32 34 / 22%)',
    xl: '0 24px 56px -12px rgb(16 32 34 / 28%)',
  },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.4' },
      h2: { fontSize: '1.125rem', lineHeight: '1.45' },
      h3: { fontSize: '1rem', lineHeight: '1.5' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' },
      vars: atLeast('--ai-size', ['xs', 'sm']),
    },
    CloseButton: {
      vars: atLeast('--cb-size', ['xs', 'sm']),
    },
    InputWrapper: { styles: { label: { marginBottom: '0.25rem' } } },
    Button: {
      defaultProps: { size: 'sm' },
      vars: atLeast('--button-height', ['compact-xs']),
    },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Select: {
      defaultProps: {
        size: 'sm',
        allowDeselect: false,
        comboboxProps: { shadow: 'md', transitionProps: { duration: 80 } },
      },
    },
    Textarea: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs', radius: 'md' } },
    Badge: { defaultProps: { radius: 'sm', variant: 'light', tt: 'none', fw: 600 } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, fz: 'xs' } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 80 } } },
    Modal: {
      defaultProps: {
        padding: 'lg',
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120 },
      },
      // A script's title may take two lines.
      styles: { title: { lineHeight: 1.5 } },
    },
    Drawer: {
      defaultProps: {
        padding: 'lg',
        overlayProps: { backgroundOpacity: 0.25 },
        transitionProps: { duration: 140 },
      },
    },
    Paper: { defaultProps: { radius: 'lg' } },
  },
});

/**
 * The product's own words for surfaces and ink, used by all style sheets: `--dh-canvas` behind everything, `--dh-surface`
 * for paper, `--dh-line` for hairlines, `--dh-ink` and `--dh-quiet` for text (both at least 4.5:1 on either surface).
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--dh-rail-width': '13.5rem',
    '--dh-header-height': '3.25rem',
  },
  light: {
    '--dh-canvas': '#f4f7f7',
    '--dh-surface': '#ffffff',
    '--dh-raised': '#ffffff',
    '--dh-sunken': '#eef2f2',
    '--dh-hover': '#edf2f2',
    '--dh-line': '#dfe6e6',
    '--dh-line-strong': '#c6d0d1',
    '--dh-ink': '#192123',
    '--dh-quiet': '#5a696c',
    '--dh-accent': '#0d6f66',
    '--dh-accent-soft': '#e2f2ef',
    '--dh-accent-ink': '#0a5a53',
    '--dh-ok': '#1c7c4a',
    '--dh-warn': '#8f5a00',
    '--dh-warn-soft': '#fdf1d8',
    '--dh-warn-line': '#e8b84a',
    '--dh-danger': '#b42a30',
    '--dh-danger-soft': '#fcebea',
    '--dh-add': '#d8f3e1',
    '--dh-add-ink': '#0f5a33',
    '--dh-del': '#fbdfdd',
    '--dh-del-ink': '#8e2227',
    '--mantine-color-red-light': '#fcebea',
    '--mantine-color-red-light-color': '#b42a30',
    '--mantine-color-yellow-light': '#fdf1d8',
    '--mantine-color-yellow-light-color': '#8f5a00',
    '--mantine-color-teal-light': '#e2f2ef',
    '--mantine-color-teal-light-hover': '#d3ebe6',
    '--mantine-color-teal-light-color': '#0a5a53',
    '--mantine-color-error': '#b42a30',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#192123',
    '--mantine-color-dimmed': '#5a696c',
    '--mantine-color-placeholder': '#75858a',
    '--mantine-color-default-border': '#cfd9d9',
  },
  dark: {
    '--dh-canvas': '#12181a',
    '--dh-surface': '#1a2225',
    '--dh-raised': '#212a2d',
    '--dh-sunken': '#151c1e',
    '--dh-hover': '#242e31',
    '--dh-line': '#2b3639',
    '--dh-line-strong': '#415055',
    '--dh-ink': '#e4ebec',
    '--dh-quiet': '#9aa9ac',
    '--dh-accent': '#4cbcab',
    '--dh-accent-soft': '#173532',
    '--dh-accent-ink': '#8ad8ca',
    '--dh-ok': '#5cc98d',
    '--dh-warn': '#f0c264',
    '--dh-warn-soft': '#362a10',
    '--dh-warn-line': '#8a6717',
    '--dh-danger': '#f2898c',
    '--dh-danger-soft': '#3b1d1f',
    '--dh-add': '#173a29',
    '--dh-add-ink': '#97e5b7',
    '--dh-del': '#472124',
    '--dh-del-ink': '#ffb3b3',
    '--mantine-color-red-light': '#3b1d1f',
    '--mantine-color-red-light-color': '#f2898c',
    '--mantine-color-yellow-light': '#362a10',
    '--mantine-color-yellow-light-color': '#f0c264',
    '--mantine-color-teal-light': '#173532',
    '--mantine-color-teal-light-hover': '#1d423e',
    '--mantine-color-teal-light-color': '#8ad8ca',
    '--mantine-color-error': '#f2898c',
    '--mantine-color-body': '#1a2225',
    '--mantine-color-text': '#e4ebec',
    '--mantine-color-dimmed': '#9aa9ac',
    '--mantine-color-placeholder': '#7f8e92',
    '--mantine-color-default': '#1f282b',
    '--mantine-color-default-hover': '#273134',
    '--mantine-color-default-border': '#3a464a',
  },
});
