import type { ComparisonBody } from '@waybill/api-contract'
import { describe, expect, it } from 'vitest'
import { countMarks, partsOf } from './compared-parts.ts'

const side = {
  uid: 'u',
  name: 'web',
  version: '1.0.0',
  scope: 'project',
  etag: '"1"',
  mayChange: true,
  hasDraft: false,
} as const
const secret = { where: 'variable', layerName: '', manifest: '', path: 'pin', verdict: 'differs' } as const

const comparison: ComparisonBody = {
  left: side,
  right: side,
  maySeeSecrets: true,
  changes: [
    { kind: 'changed', path: 'version', before: '1.0.0', after: '1.1.0' },
    { kind: 'changed', path: 'layers' },
    { kind: 'changed', path: 'layers[nginx].version', before: '1', after: '2' },
    { kind: 'changed', path: 'layers[nginx].values' },
    { kind: 'added', path: 'variables[replicas]' },
  ],
  layers: [
    {
      name: 'nginx',
      mark: 'changed',
      isMoved: true,
      texts: [{ where: 'values', manifest: '', left: 'a', right: 'b' }],
    },
    { name: 'calm', mark: 'same', isMoved: false, texts: [] },
  ],
  secrets: [secret, { ...secret, where: 'values', layerName: 'calm', path: 'token', verdict: 'same' }],
}
const partCalled = (key: string) => partsOf(comparison).find((part) => part.key === key)

describe('partsOf', () => {
  it('lists the profile itself, then layers, then variables', () => {
    expect(partsOf(comparison).map(({ key }) => key)).toEqual([
      'profile',
      'layer:nginx',
      'layer:calm',
      'variable:replicas',
      'variable:pin',
    ])
  })

  it('gives a layer its marks, and the fields that are not texts', () => {
    expect(partCalled('layer:nginx')).toMatchObject({ marks: ['changed', 'moved'], fields: [{ name: 'version' }] })
  })

  it('marks nothing if both sides are equal', () => {
    expect(partCalled('layer:calm')?.marks).toEqual([])
  })

  it('marks a variable that differs only in a secret', () => {
    expect(partCalled('variable:pin')?.marks).toEqual(['changed'])
  })
})

it('countMarks counts each mark and omits unused ones', () => {
  expect(countMarks(partsOf(comparison))).toEqual([
    { mark: 'changed', count: 3 },
    { mark: 'added', count: 1 },
    { mark: 'moved', count: 1 },
  ])
})
