import { expect, it } from 'vitest'
import { readUpdates, withTaken, writeUpdates } from './update-address.ts'

const RELAY = { layer: 'relay', version: '1.4.0' }
const AT_SIGN = { layer: 'our@relay', version: '' }

it('survives the address, whatever the layers are named', () => {
  const updates = { taken: [RELAY, AT_SIGN], layer: 'our@relay' }
  expect(readUpdates(writeUpdates(updates))).toEqual(updates)
})

it('includes a layer only once', () => {
  expect(withTaken([RELAY, AT_SIGN], { ...RELAY, version: '2.0.0' })).toEqual([{ ...RELAY, version: '2.0.0' }, AT_SIGN])
  expect(withTaken([AT_SIGN], RELAY)).toEqual([AT_SIGN, RELAY])
})
