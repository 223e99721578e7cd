import { describe, expect, it } from 'vitest'
import { partsWithin, scanText, scanTexts } from './secret-scanner.ts'

// In two parts, so that no scanner takes this file for a leak.
const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`

describe('secret scanner', () => {
  it('gives the range of a token that a rule recognises', async () => {
    const text = `a: 1\nb: ${token}\n`
    const [suspicion] = await scanText(text)
    expect(text.slice(suspicion?.start, suspicion?.end)).toBe(token)
  })

  it('finds nothing in a text without secrets', async () => {
    expect(await scanText('replicas: 2\nimage: nginx:1.27\n')).toEqual([])
  })

  it('is not switched off by a comment in the text', async () => {
    expect(await scanText(`# secretlint-disable\na: ${token}\n`)).toHaveLength(1)
  })

  it('finds in many texts at once what it finds in each', async () => {
    const texts = Array.from({ length: 50 }, (_, index) =>
      index % 7 === 0 ? `x${index}: ${token}` : `x${index}: plain`,
    )
    const scan = await scanTexts(texts)
    for (const text of texts) expect(await scan(text)).toEqual(await scanText(text))
  })

  it('suspects each text that a multi-line finding spans only within its own bounds', async () => {
    const head = `key: -----BEGIN RSA PRIVATE KEY-----\n${'QUJD'.repeat(16)}\n`
    const tail = `${'REVG'.repeat(16)}\n-----END RSA PRIVATE KEY-----\n`
    const scan = await scanTexts([head, tail])
    for (const text of [head, tail])
      for (const { start, end } of await scan(text)) expect(0 <= start && end <= text.length).toBe(true)
  })

  it('scans a text that was not announced', async () => {
    const scan = await scanTexts([])
    expect(await scan(token)).toHaveLength(1)
  })

  it('looks at few of the texts that share a run to tell which one a finding is in', () => {
    let looks = 0
    const parts = Array.from({ length: 10_000 }, (_, index) => ({
      text: 'abcd',
      get start() {
        looks += 1
        return 10 * index
      },
    }))
    const found = partsWithin(parts, { start: 50_002, end: 50_021 })
    expect(looks).toBeLessThan(50)
    expect(found).toEqual(parts.slice(5_000, 5_003))
  })

  it.each([
    [{ start: 4, end: 10 }, []],
    [{ start: 3, end: 4 }, [0]],
    [{ start: 0, end: 100 }, [0, 1]],
    [{ start: 14, end: 100 }, []],
  ])('assigns a finding at %o to the texts that it touches', (range, indexes) => {
    const parts = [
      { text: 'abcd', start: 0 },
      { text: 'efgh', start: 10 },
    ]
    expect(partsWithin(parts, range)).toEqual(indexes.map((index) => parts[index]))
  })
})
