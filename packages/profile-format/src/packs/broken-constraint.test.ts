import { describe, expect, it } from 'vitest'
import { brokenConstraint } from './broken-constraint.ts'

const says = (packName: string, minVersion: string) =>
  JSON.stringify({ dependencies: [{ packName, minVersion, type: 'required' }] })
const kubernetes = { name: 'kubernetes', version: '1.31.8', constraints: '' }
const relay = { name: 'relay', version: '2.0.0', constraints: says('kubernetes', '1.32') }

describe('brokenConstraint', () => {
  it('names the pack whose constraint a new version breaks', () => {
    const broken = { declaredBy: 'relay', packName: 'kubernetes', minVersion: '1.32', maxVersion: '' }
    expect(brokenConstraint(relay, [kubernetes])).toEqual(broken)
  })

  it('checks the constraints of the other packs too', () => {
    expect(brokenConstraint(kubernetes, [relay])).toMatchObject({ declaredBy: 'relay', packName: 'kubernetes' })
  })

  it('returns nothing when versions are compatible or the other pack is absent', () => {
    expect(brokenConstraint(relay, [{ ...kubernetes, version: '1.32.3' }])).toBeUndefined()
    expect(brokenConstraint(relay, [])).toBeUndefined()
  })
})
