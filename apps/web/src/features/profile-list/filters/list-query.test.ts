import { describe, expect, it } from 'vitest'
import { listRequest, profileList } from './list-query.ts'

const read = (address: string) => profileList.read(new URLSearchParams(address))

describe('the query of the list', () => {
  it('survives the address', () => {
    const address =
      'search=edge+base&type=infra&type=cluster&tag=env%3Aprod&state=draft&sort=modified&order=desc&page=3'
    expect(profileList.write(read(address)).toString()).toBe(address)
  })

  it('leaves defaults out of the address', () => {
    expect(profileList.write(read('')).toString()).toBe('')
  })

  it('ignores unknown values in the address', () => {
    const query = read('sort=colour&order=up&page=-2&perPage=7&state=lost&scope=moon')
    expect(query).toEqual(read(''))
  })

  it('requests the items of the page', () => {
    expect(listRequest(read('page=3&perPage=10'))).toMatchObject({ query: { limit: 10, offset: 20 } })
  })

  it('sends only active filters', () => {
    expect(listRequest(read('cloud=aws')).body.filter).toEqual({ environment: ['aws'] })
  })

  it('does not count order and page as filters', () => {
    expect(profileList.hasFilters(read('sort=type&page=2'))).toBe(false)
    expect(profileList.hasFilters(read('tag=edge'))).toBe(true)
  })
})
