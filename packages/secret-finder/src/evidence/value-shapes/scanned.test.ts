import { describe, expect, it } from 'vitest'
import { inspectText } from '../../inspect-text.ts'

/** The secrets of a text in which a scanner suspects every database URL. */
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
  it('is not a secret if the URL has a placeholder in angle brackets', () => {
    expect(secretsIn('# postgres://shop:<shop_password>@<shop_host>:5432/shop\ndb: {}\n')).toEqual([])
    expect(secretsIn('db: postgres://shop:<shop-password>@<shop_host>:5432/shop\n')).toEqual([])
  })

  it('is masked as a whole if its secret part is unknown', () => {
    expect(secretsIn('db: postgres://shop@otter:5432/shop\n')).toEqual(['postgres://shop@otter:5432/shop'])
  })
})
