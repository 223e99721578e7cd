import { syncFaultWords } from '@waybill/api-contract'
import { PACK_FAULTS, SOURCE_FAULTS } from '@waybill/pack-sources'
import { expect, it } from 'vitest'

it.each([...SOURCE_FAULTS, ...PACK_FAULTS, 'internal', 'cancelled'])('has a sentence for %s', (fault) => {
  expect(syncFaultWords(fault)).toMatch(/^[A-Z].*\.$/)
  expect(syncFaultWords(fault)).not.toBe(syncFaultWords('a fault of tomorrow'))
})
