import { describe, expect, it } from 'vitest'
import { isDigest, isRepository, isTag, packPrefix } from './oci-names.ts'

describe('names of the distribution spec', () => {
  it.each(['a', 'a/b', 'a-b_c.d/e__f', 'a---b', '0'])('include the repository %s', (name) => {
    expect(isRepository(name)).toBe(true)
  })

  it.each(['', '/a', 'a/', 'a//b', '../a', 'a/..', 'A', 'a..b', 'a___b', 'a?b', 'a%2fb', 'a\n', 'a'.repeat(256)])(
    'exclude the repository %j',
    (name) => {
      expect(isRepository(name)).toBe(false)
    },
  )

  it.each(['1.0.0', '_', 'v1.0.0-rc.1_build', 'a'.repeat(128)])('include the tag %s', (tag) => {
    expect(isTag(tag)).toBe(true)
  })

  it.each(['', '.', '-a', 'a/b', 'a:b', 'a+b', 'a\n', 'a'.repeat(129)])('exclude the tag %j', (tag) => {
    expect(isTag(tag)).toBe(false)
  })

  it.each([
    [`sha256:${'a'.repeat(64)}`, true],
    [`sha256:${'A'.repeat(64)}`, false],
    [`sha256:${'a'.repeat(63)}`, false],
    [`md5:${'a'.repeat(32)}`, false],
    [`sha256:${'a'.repeat(64)}/..`, false],
  ])('distinguish digests: %s: %s', (digest, isOne) => {
    expect(isDigest(digest)).toBe(isOne)
  })

  it.each([
    [[], 'spectro-packs/archive/'],
    [['a', 'b'], 'a/b/spectro-packs/archive/'],
    [['a', 'spectro-packs'], 'a/spectro-packs/archive/'],
    [['a', 'spectro-packs', 'archive'], 'a/spectro-packs/archive/'],
  ])('for packs of %j begin with %s', (base, prefix) => {
    expect(packPrefix(base)).toBe(prefix)
  })
})
