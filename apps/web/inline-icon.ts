import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const address = '/favicon.svg'

/** Inlines the icon into the pages: a few hundred characters are not worth a request on every page. */
export function inlineIcon(file: string): Plugin {
  const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync(file, 'utf8').trim())}`
  return {
    name: 'inline-icon',
    apply: 'build',
    transformIndexHtml: (html) => html.replace(`href="${address}"`, `href="${icon}"`),
  }
}
