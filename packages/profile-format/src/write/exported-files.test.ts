import { AS_WRITTEN, exportedFiles, tellWithout } from '@waybill/test-data'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../read/read-document.ts'
import { serializeDocument } from './serialize-document.ts'

const files = exportedFiles()

describe('an exported file', () => {
  tellWithout('corpus/exports')

  it.each(files)('is read without an error: $name', ({ bytes }) => {
    const result = readDocument(bytes, { format: 'json' })
    expect(result.problems.filter((problem) => problem.severity === 'error')).toEqual([])
    expect(result.document).not.toBeNull()
  })

  it.each(files)('survives a round trip through JSON and YAML: $name', ({ bytes }) => {
    const { document } = readDocument(bytes, { format: 'json' })
    if (document === null) throw new Error('not read')
    for (const format of ['json', 'yaml'] as const) {
      const written = new TextEncoder().encode(serializeDocument(document, { format, pretty: true }))
      expect(readDocument(written, { format }).document).toEqual(document)
    }
  })

  it.each(files.filter(({ name }) => AS_WRITTEN.includes(name)))(
    'is written byte for byte as Palette wrote it, but for the variables that Palette left out then: $name',
    ({ bytes }) => {
      const { document } = readDocument(bytes, { format: 'json' })
      if (document === null) throw new Error('not read')
      const written = serializeDocument(document, { format: 'json', pretty: false })
      expect(written.replace(/,"variables":\[\]\}\}$/, '}}')).toBe(new TextDecoder().decode(bytes))
    },
  )
})
