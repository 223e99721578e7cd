import { describe, expect, it } from 'vitest'
import { partedBy } from './parted-by.ts'

const says = (packName: string, minVersion: string) =>
  JSON.stringify({ dependencies: [{ packName, minVersion, type: 'required' }] })
const kubernetes = { name: 'kubernetes', version: '1.31.8', constraints: '' }
const relay = { name: 'relay', version: '2.0.0', constraints: says('kubernetes', '1.32') }

describe('partedBy', () => {
  it('names the pack whose version a new one does not go with', () => {
    const parted = { saidBy: 'relay', packName: 'kubernetes', minVersion: '1.32', maxVersion: '' }
    expect(partedBy(relay, [kubernetes])).toEqual(parted)
  })

  it('hears what the others say of it too', () => {
    expect(partedBy(kubernetes, [relay])).toMatchObject({ saidBy: 'relay', packName: 'kubernetes' })
  })

  it('is silent where versions go together, and where the other pack is not there', () => {
    expect(partedBy(relay, [{ ...kubernetes, version: '1.32.3' }])).toBeUndefined()
    expect(partedBy(relay, [])).toBeUndefined()
  })
})
