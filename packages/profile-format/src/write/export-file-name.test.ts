import { anyCharacter } from '@waybill/test-data'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentDisposition, exportFileName } from './export-file-name.ts'

describe('the name of an exported file', () => {
  it('is name and version', () => {
    expect(exportFileName({ name: 'edge-base', version: '1.2.0', format: 'json' })).toBe('edge-base-1.2.0.json')
  })

  it('keeps spaces and letters of every language', () => {
    expect(exportFileName({ name: 'ML Öps 雲', version: '1.0.0', format: 'yaml' })).toBe('ML Öps 雲-1.0.0.yaml')
  })

  it('contains nothing that leads to another folder', () => {
    expect(exportFileName({ name: '../../etc/x', version: '1.0.0', format: 'json' })).toBe('etc-x-1.0.0.json')
  })
})

describe('the name of a file whose profile is named like a Windows device', () => {
  it.each(['nul.txt', 'COM1.x', 'aux.'])('is not that of a device: %s', (name) => {
    expect(exportFileName({ name, version: '1.0.0', format: 'json' })).toBe(`_${name}-1.0.0.json`)
  })
})

describe('the header of a download', () => {
  it('needs only the plain form for a plain name', () => {
    expect(contentDisposition('edge-base-1.2.0.json')).toBe('attachment; filename="edge-base-1.2.0.json"')
  })

  it('carries the full name beside an ASCII one', () => {
    expect(contentDisposition("ML Öps' 1.0.0.json")).toBe(
      `attachment; filename="ML-ps-1.0.0.json"; filename*=UTF-8''ML%20%C3%96ps%27%201.0.0.json`,
    )
  })

  it('cannot be broken by any name', () => {
    const name = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('x"\r\nSet-Cookie: a=b', '..', 'CON', '\ud800'),
    )
    const safe = /^attachment; filename="[A-Za-z0-9._-]{1,105}"(?:; filename\*=UTF-8''[A-Za-z0-9._~%-]+)?$/
    fc.assert(
      fc.property(name, (each) => {
        expect(contentDisposition(exportFileName({ name: each, version: '1.0.0', format: 'json' }))).toMatch(safe)
      }),
    )
  })
})
