import { describe, expect, it } from 'vitest'
import { fileNameFromDisposition } from './file-name.ts'

describe('fileNameFromDisposition', () => {
  it('reads a quoted name with spaces', () => {
    expect(fileNameFromDisposition('attachment; filename="ML Ops-1.0.0.json"')).toBe('ML Ops-1.0.0.json')
  })

  it('resolves escapes inside quotes', () => {
    expect(fileNameFromDisposition(String.raw`attachment; filename="a\"b.json"`)).toBe('a"b.json')
  })

  it('reads a name without quotes', () => {
    expect(fileNameFromDisposition('attachment; filename=edge-1.2.0.yaml')).toBe('edge-1.2.0.yaml')
  })

  it('prefers the encoded name', () => {
    const header = `attachment; filename="cafe.json"; filename*=UTF-8''caf%C3%A9.json`
    expect(fileNameFromDisposition(header)).toBe('café.json')
  })

  it('falls back to the plain name when the encoded one is broken', () => {
    expect(fileNameFromDisposition(`attachment; filename="a.json"; filename*=UTF-8''%E0%A4%A`)).toBe('a.json')
  })

  it('never lets a path through', () => {
    expect(fileNameFromDisposition('attachment; filename="../../etc/x.json"')).toBe('.._.._etc_x.json')
  })

  it('returns null without a name', () => {
    expect(fileNameFromDisposition('attachment')).toBeNull()
    expect(fileNameFromDisposition(null)).toBeNull()
  })
})
