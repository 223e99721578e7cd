import { describe, expect, it } from 'vitest'
import { inspectLayers } from './inspect-layers.ts'
import { schemaDigestOf } from './schema-digest.ts'

// Made of two halves, so that no scanner takes this file for a leak.
const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`
const schema = `db.login:\n  schema: '{{ required | format "\${password}" }}'\n`

describe('inspectLayers', () => {
  it('finds what the schema declares, what a Secret holds, and what the scanner knows', async () => {
    const manifest = 'kind: Secret\nstringData:\n  a: hunter22\n'
    const [layer] = await inspectLayers([
      { values: `db:\n  login: hunter22\nnote: ${token}\n`, manifests: [{ content: manifest }], schema },
    ])
    expect(layer?.inspection.secrets.map(({ path, source }) => ({ path, source }))).toEqual([
      { path: 'db.login', source: 'declared' },
      { path: 'note', source: 'suspected' },
    ])
    expect(layer?.manifestInspections[0]?.secrets).toMatchObject([{ source: 'secret-manifest' }])
  })

  it('says which schema its answer holds for', async () => {
    const [withSchema, without] = await inspectLayers([
      { values: 'a: 1', manifests: [], schema },
      { manifests: [], schema: '' },
    ])
    expect(withSchema?.schemaDigest).toBe(schemaDigestOf(schema))
    expect(without).toEqual({
      schemaDigest: schemaDigestOf(''),
      inspection: { secrets: [], possible: [], masked: [], references: [] },
      manifestInspections: [],
    })
  })
})
