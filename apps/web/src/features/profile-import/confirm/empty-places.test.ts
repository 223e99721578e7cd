import type { ImportPlanBody } from '@waybill/api-contract'
import { describe, expect, it } from 'vitest'
import { emptyPlaces } from './empty-places.ts'

const place = (id: string): ImportPlanBody['masked'][number] => ({
  ...({} as ImportPlanBody['masked'][number]),
  id,
  layerName: 'hello',
  manifest: '',
  valuePath: id,
  path: id,
})
const plan = { ...({} as ImportPlanBody), masked: [place('a'), place('b')] }

describe('what stays empty', () => {
  it('is a place left empty by its own decision', () => {
    expect(emptyPlaces(plan, { masks: [{ place: 'a', action: 'leave-empty' }] })).toEqual(['hello › a'])
  })

  it('names its manifest', () => {
    const inManifest = { ...plan, masked: [{ ...place('data.key'), manifest: 'secrets' }] }
    expect(emptyPlaces(inManifest, { remainingMasks: 'leave-empty' })).toEqual(['hello › secrets › data.key'])
  })

  it('is every remaining place if one decision leaves them empty, except those that were filled', () => {
    const decisions = {
      masks: [{ place: 'a', action: 'fill' as const, value: 'x' }],
      remainingMasks: 'leave-empty' as const,
    }
    expect(emptyPlaces(plan, decisions)).toEqual(['hello › b'])
  })
})
