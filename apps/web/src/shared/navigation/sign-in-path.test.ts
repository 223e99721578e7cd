import { describe, expect, it } from 'vitest'
import { nextPath, signInPath } from './sign-in-path.ts'

describe('nextPath', () => {
  it('leads back to the original page', () => {
    const path = '/projects/5e2031962f090e2d3d8a3290/profiles?type=infra&q=a%26b'
    expect(nextPath(signInPath(path).slice('/login'.length))).toBe(path)
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example'])(
    'never leads to another site: %j',
    (next) => {
      expect(nextPath(`?next=${encodeURIComponent(next)}`)).toBe('/')
    },
  )

  it('never leads back to the sign-in page', () => {
    expect(nextPath('?next=/login')).toBe('/')
  })
})
