import { describe, expect, it } from 'vitest'
import { inspectLayers } from './inspect-layers.ts'
import { groundsDigestOf } from './grounds-digest.ts'

// In two parts, so that no scanner takes this file for a leak.
const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`
const schema = `db.login:\n  schema: '{{ required | format "\${password}" }}'\n`

describe('inspectLayers', () => {
  it('finds what the schema declares, what a Secret holds, and what the scanner knows', async () => {
    const manifest = 'kind: Secret\nstringData:\n  a: hunter22\n'
    const [layer] = await inspectLayers([
      { values: `db:\n  login: hunter22\nnote: ${token}\n`, manifests: [{ content: manifest }], schema, defaults: '' },
    ])
    expect(layer?.inspection.secrets.map(({ path, source }) => ({ path, source }))).toEqual([
      { path: 'db.login', source: 'declared' },
      { path: 'note', source: 'suspected' },
    ])
    expect(layer?.manifestInspections[0]?.secrets).toMatchObject([{ source: 'secret-manifest' }])
  })

  it('returns a digest of the pack’s declarations, which tells how long its result is valid', async () => {
    const [withSchema, without] = await inspectLayers([
      { values: 'a: 1', manifests: [], schema, defaults: '' },
      { manifests: [], schema: '', defaults: '' },
    ])
    expect(withSchema?.groundsDigest).toBe(groundsDigestOf({ schema, defaults: '' }))
    expect(without).toEqual({
      groundsDigest: groundsDigestOf({ schema: '', defaults: '' }),
      inspection: { secrets: [], possible: [], masked: [], references: [] },
      manifestInspections: [],
    })
  })

  it('shows a pack’s default value and masks a value that replaced it', async () => {
    const defaults = 'sessionSeed: k3P9xZ2mQ7vL4tR8wB1n\n'
    const values = 'sessionSeed: w8B1nR4tL7vQ2mZ9xP3k\n'
    const layers = [defaults, values].map((text) => ({ values: text, manifests: [], schema: '', defaults }))
    const inspected = await inspectLayers(layers)
    expect(inspected.map(({ inspection }) => inspection.secrets.map(({ path }) => path))).toEqual([[], ['sessionSeed']])
  })

  describe('a text that was inspected before', () => {
    const text = 'db:\n  login: hunter22\n'
    const layer = { values: text, manifests: [{ content: text }], schema: '', defaults: '' }

    it('is not inspected again', async () => {
      const [first] = await inspectLayers([layer])
      const [again] = await inspectLayers([layer])
      expect(again?.inspection).toBe(first?.inspection)
      expect(again?.manifestInspections[0]).toBe(first?.manifestInspections[0])
    })

    it('is inspected again beside another pack’s declarations, which do not concern manifests', async () => {
      await inspectLayers([layer])
      const [declared] = await inspectLayers([{ ...layer, schema }])
      expect(declared?.inspection.secrets).toMatchObject([{ path: 'db.login', source: 'declared' }])
      expect(declared?.manifestInspections).toMatchObject([{ secrets: [] }])
      const [undeclared] = await inspectLayers([layer])
      expect(undeclared?.inspection.secrets).toEqual([])
    })
  })
})
