import { describe, expect, it } from 'vitest'
import { inspectText } from '../../inspect-text.ts'

/** The secrets of a text of which a scanner suspects every address of a database. */
function secretsIn(text: string): string[] {
  const suspicions = [...text.matchAll(/postgres:\/\/[^\s"]+/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    rule: 'connection',
  }))
  return inspectText(text, { kind: 'values', declaredPaths: [], suspicions }).secrets.map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe('what a scanner suspects', () => {
  it('is no secret where an address says in angle brackets what to fill in', () => {
    expect(secretsIn('# postgres://shop:<shop_password>@<shop_host>:5432/shop\ndb: {}\n')).toEqual([])
    expect(secretsIn('db: postgres://shop:<shop-password>@<shop_host>:5432/shop\n')).toEqual([])
  })

  it('is masked as a whole where its secret part is not known', () => {
    expect(secretsIn('db: postgres://shop@otter:5432/shop\n')).toEqual(['postgres://shop@otter:5432/shop'])
  })
})
