import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below this size a compressed copy is not worthwhile. */
const smallestBytes = 500

/** Writes a brotli and a gzip copy of every text file of the build, so that the server never compresses. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir }) {
      if (dir === undefined) return
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (/\.(?:html|js|css|svg|json|webmanifest|txt)$/.test(name)) compress(join(dir, name))
      }
    },
  }
}

function compress(path: string): void {
  const text = readFileSync(path)
  if (text.length < smallestBytes) return
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params }))
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }))
}
