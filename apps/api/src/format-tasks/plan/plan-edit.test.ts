import type { ProfileDocument } from '@waybill/profile-format'
import { describe, expect, it } from 'vitest'
import { planEdit, type EditToPlan } from './plan-edit.ts'

const document: ProfileDocument = {
  name: 'web',
  description: '',
  labels: new Map(),
  version: '1.0.0',
  type: 'add-on',
  cloudType: 'all',
  packs: [
    {
      name: 'texts',
      type: 'manifest',
      layer: 'addon',
      version: '1.0.0',
      manifests: [{ name: 'one', content: 'apiVersion: v1\nkind: A\nmetadata:\n  name: one\n' }],
      registry: {},
    },
  ],
  variables: [],
}

const edit = (changes: Partial<EditToPlan> = {}): EditToPlan => ({
  before: document,
  document,
  keepsMasked: true,
  said: [],
  publish: false,
  tolerated: [],
  emptyValues: [],
  writesLayers: true,
  facts: {
    scope: { kind: 'tenant', uid: 't', name: 'Tenant' },
    permissions: ['clusterProfile.create', 'clusterProfile.publish'],
    tenantPermissions: [],
    registries: [],
    candidates: [],
    knownVersions: [],
    macros: [],
    existing: [],
    newest: null,
  },
  ...changes,
})

describe('a planned change', () => {
  it('includes what is stored beside each layer', async () => {
    expect((await planEdit(edit())).planned?.inspected).toHaveLength(1)
  })

  it('scans no text if the layers are left as stored', async () => {
    expect((await planEdit(edit({ publish: true, writesLayers: false }))).planned?.inspected).toEqual([])
  })

  it('has the same content if only labels and description differ', async () => {
    const described = { ...document, description: 'other', labels: new Map([['team', 'web']]) }
    expect((await planEdit(edit({ document: described }))).hasSameContent).toBe(true)
  })

  it('has other content if a text differs', async () => {
    const packs = document.packs.map((pack) => ({ ...pack, manifests: [] }))
    expect((await planEdit(edit({ document: { ...document, packs } }))).hasSameContent).toBe(false)
  })

  it('is refused for everything that an imported file is refused for', async () => {
    const { planned, problems } = await planEdit(edit({ document: { ...document, name: '' } }))
    expect([planned, problems.map(({ code }) => code)]).toEqual([null, ['MissingField']])
  })
})
