import { describe, expect, it } from 'vitest'
import { scalarAt } from '@waybill/layer-text'
import { inspectText } from '../inspect-text.ts'

const inspect = (text: string) => inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] })

describe('the path of a place', () => {
  const below = (key: string) => `? ${key}\n: {password: hunter2-of-ours, token: "********", other: "********"}\n`

  it('consists of the keys that lead to it', () => {
    const text = below('a'.repeat(1_000))
    const [secret] = inspect(text).secrets
    expect(secret?.path).toBe(`${'a'.repeat(1_000)}.password`)
    expect(scalarAt(text, secret?.path ?? '')).toBe('hunter2-of-ours')
  })

  it('is a line number when the keys are too long to read, and still unique', () => {
    const { secrets, masked } = inspect(below('a'.repeat(1_025)))
    expect(secrets.map(({ path }) => path)).toEqual(['…[line 2]'])
    expect(masked.map(({ path }) => path)).toEqual(['…[line 2]', '…[line 2] (2)'])
  })

  it('then matches no place in another text, so that no other value is kept', () => {
    expect(scalarAt('…:\n- 0\n- 1\n- other\n', '…[line 2]')).toBeUndefined()
  })
})
