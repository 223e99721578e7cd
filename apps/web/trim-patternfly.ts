import type { Plugin } from 'vite'

/** Themes and an icon font that the console never uses. */
const unused = /\.pf-v6-theme-(?:felt|glass|high-contrast)|\.pf-v6-pficon/

/**
 * Removes the rules of PatternFly's base styles that belong to its other themes: a third of the file. The file is
 * generated and flat there, one selector list and one block per rule, so a rule is removed only if its whole list is
 * unused.
 */
export function trimPatternFly(): Plugin {
  return {
    name: 'trim-patternfly',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /react-core[\\/]dist[\\/]styles[\\/]base\.css$/ },
      handler: (code) => ({ code: trimRules(code), map: null }),
    },
  }
}

/** Removes the second drawing of each icon, used only by a theme that the console never uses. */
export function trimIcons(): Plugin {
  return {
    name: 'trim-icons',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /react-icons[\\/]dist[\\/]esm[\\/]icons[\\/]/ },
      handler: (code) => ({ code: code.replace(/^ {2}rhUiIcon: \{.*\},$/m, '  rhUiIcon: null,'), map: null }),
    },
  }
}

/** Modifiers for single properties at single widths, which no component here uses. */
const unusedNames = /^ {4}"(?:gap|columnGap|rowGap|inset|alignSelf|alignItems|flexGrow|wrap|nowrap)\w*": ".*\n/gm

/** Removes unused class names: three quarters of those of a toolbar. */
export function trimClassNames(): Plugin {
  return {
    name: 'trim-class-names',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /react-styles[\\/]css[\\/]components[\\/](?:Divider|Masthead|Pagination|Toolbar)[\\/].*\.mjs$/ },
      handler: (code) => ({ code: code.replaceAll(unusedNames, ''), map: null }),
    },
  }
}

function trimRules(css: string): string {
  return css.replaceAll(/^([^\n{}@][^{}@]*)\{[^{}]*\}\n?/gm, (rule, selectors: string) =>
    selectors.split(/,(?![^(]*\))/).every((selector) => unused.test(selector)) ? '' : rule,
  )
}
