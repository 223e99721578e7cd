import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { OPERATIONS } from './operations.ts'

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`
const repeated = (names: readonly (string | undefined)[]) =>
  names.filter((name, index) => name !== undefined && names.indexOf(name) !== index)

describe('the operations', () => {
  it('have unique methods and paths', () => {
    expect(repeated(OPERATIONS.map(nameOf))).toEqual([])
  })

  it("have unique names if they are Palette's", () => {
    expect(repeated(OPERATIONS.map(({ palette }) => palette?.id))).toEqual([])
  })

  it('have exactly one success status', () => {
    expect(OPERATIONS.filter(({ success }) => Object.keys(success).length !== 1)).toEqual([])
  })

  it.each(OPERATIONS.map((operation) => ({ name: nameOf(operation), ...operation })))(
    '$name reads the parameters of its path and no others',
    ({ path, params = z.object({}) }) => {
      const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
      expect(params instanceof z.ZodObject && new Set(Object.keys(params.shape))).toEqual(inPath)
    },
  )
})
