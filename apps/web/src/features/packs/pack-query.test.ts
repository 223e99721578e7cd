import { describe, expect, it } from 'vitest'
import { packList, packRequest } from './pack-query.ts'

const read = (address: string) => packList.read(new URLSearchParams(address))

describe('the query of the packs', () => {
  it('survives the address', () => {
    const address =
      'search=load+balancer&layer=cni&layer=csi&cloud=aws&type=helm&registry=r1&sort=layer&order=desc&page=2'
    expect(packList.write(read(address)).toString()).toBe(address)
  })

  it('leaves defaults out of the address, and ignores unknown values', () => {
    expect(packList.write(read('sort=colour&page=x&perPage=7')).toString()).toBe('')
  })

  it('requests the packs of the page', () => {
    expect(packRequest(read('cloud=aws&page=3&perPage=10'))).toMatchObject({
      query: { limit: 10, offset: 20 },
      body: { filter: { environment: ['aws'], layer: [] } },
    })
  })

  it('does not count order and page as filters', () => {
    expect(packList.hasFilters(read('sort=type&page=2'))).toBe(false)
    expect(packList.hasFilters(read('registry=r1'))).toBe(true)
  })
})
