import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../read/read-document.ts'
import { serializeDocument } from './serialize-document.ts'

// Real exports stay outside the project; where the folder is absent there is nothing to check.
const EXPORTS = join(import.meta.dirname, '../../../../../shared/corpus/exports')
const files = existsSync(EXPORTS) ? readdirSync(EXPORTS).filter((file) => file.endsWith('.json')) : []
const open = (file: string) => readFileSync(join(EXPORTS, file))

describe.skipIf(files.length === 0)('a real export', () => {
  it.each(files)('is read without an error: %s', (file) => {
    const result = readDocument(open(file), { format: 'json' })
    expect(result.problems.filter((problem) => problem.severity === 'error')).toEqual([])
    expect(result.document).not.toBeNull()
  })

  it.each(files)('comes back equal from JSON and YAML: %s', (file) => {
    const { document } = readDocument(open(file), { format: 'json' })
    if (document === null) throw new Error('not read')
    for (const format of ['json', 'yaml'] as const) {
      const written = new TextEncoder().encode(serializeDocument(document, { format, pretty: true }))
      expect(readDocument(written, { format }).document).toEqual(document)
    }
  })

  it.runIf(files.includes('tutorials-edge-tf-docs-ubuntu-k3s.json'))(
    'is written byte for byte as Palette wrote it, but for the variables that Palette left out then',
    () => {
      const original = open('tutorials-edge-tf-docs-ubuntu-k3s.json')
      const { document } = readDocument(original, { format: 'json' })
      if (document === null) throw new Error('not read')
      const written = serializeDocument(document, { format: 'json', pretty: false })
      expect(written.replace(/,"variables":\[\]\}\}$/, '}}')).toBe(original.toString('utf8'))
    },
  )
})
