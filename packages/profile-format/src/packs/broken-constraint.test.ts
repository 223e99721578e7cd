import { describe, expect, it } from 'vitest'
import { brokenConstraint } from './broken-constraint.ts'

const says = (packName: string, minVersion: string) =>
  JSON.stringify({ dependencies: [{ packName, minVersion, type: 'required' }] })
const kubernetes = { name: 'kubernetes', version: '1.31.8', constraints: '' }
const relay = { name: 'relay', version: '2.0.0', constraints: says('kubernetes', '1.32') }

describe('brokenConstraint', () => {
  it('names the pack whose version a new one does not go with', () => {
    const broken = { declaredBy: 'relay', packName: 'kubernetes', minVersion: '1.32', maxVersion: '' }
    expect(brokenConstraint(relay, [kubernetes])).toEqual(broken)
  })

  it('hears what the others say of it too', () => {
    expect(brokenConstraint(kubernetes, [relay])).toMatchObject({ declaredBy: 'relay', packName: 'kubernetes' })
  })

  it('is silent where versions go together, and where the other pack is not there', () => {
    expect(brokenConstraint(relay, [{ ...kubernetes, version: '1.32.3' }])).toBeUndefined()
    expect(brokenConstraint(relay, [])).toBeUndefined()
  })
})
