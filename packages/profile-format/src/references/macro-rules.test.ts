import { describe, expect, it } from 'vitest'
import { LIMITS } from '../limits.ts'
import { checkMacros, resolveMacro } from './macro-rules.ts'

const to = (...names: string[]) => names.map((name) => `{{.spectro.macro.${name}}}`).join(' ')
const check = (macros: Record<string, string>) =>
  checkMacros(Object.entries(macros).map(([name, value]) => ({ name, value })))

describe('checkMacros', () => {
  it('accepts macros that refer to each other and to undefined names', () => {
    expect(check({ a: to('b', 'elsewhere'), b: 'x' })).toEqual([])
  })

  it('names the macros of a cycle', () => {
    expect(check({ a: to('b'), b: to('a') })[0]).toMatchObject({
      code: 'MacroCycle',
      params: { cycle: ['a', 'b', 'a'] },
    })
  })

  it('finds a macro that refers to itself', () => {
    expect(check({ a: to('a') })[0]).toMatchObject({ code: 'MacroCycle' })
  })

  it('limits the depth of macros', () => {
    const chain = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`m${index}`, to(`m${index + 1}`)]))
    expect(check(chain)[0]).toMatchObject({ code: 'LimitExceeded', params: { what: 'macroDepth' } })
  })

  it('limits the expanded size of macros without expanding them', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`m${index}`, to(...Array.from({ length: 20 }, () => `m${index + 1}`))]),
    )
    expect(check(doubling)[0]).toMatchObject({ code: 'LimitExceeded', params: { what: 'macroBytes' } })
  })

  it('accepts a value up to the text limit in bytes, and reports a longer one once with the limit it exceeds', () => {
    const bytes = LIMITS.textBytes
    expect(check({ a: 'x'.repeat(bytes) })).toEqual([])
    expect(check({ a: 'é'.repeat(bytes / 2 + 1) })).toMatchObject([{ params: { what: 'textBytes' } }])
  })

  it.each(['', 'a b', '{{x}}', 'a'.repeat(254)])('refuses the name %j', (name) => {
    expect(check({ [name]: 'x' })[0]).toMatchObject({ code: 'InvalidName', path: 'macros[0].name' })
  })

  it('refuses a duplicate name', () => {
    const macro = { name: 'a', value: '' }
    expect(checkMacros([macro, macro])[0]).toMatchObject({
      code: 'DuplicateName',
      path: 'macros[1].name',
    })
  })
})

describe('resolveMacro', () => {
  it('prefers project over tenant over system', () => {
    const system = { name: 'a', scope: 'system' } as const
    const tenant = { name: 'a', scope: 'tenant' } as const
    const project = { name: 'a', scope: 'project' } as const
    const found = [[system], [system, tenant], [tenant, project, system]].map(
      (macros) => resolveMacro(macros, 'a')?.scope,
    )
    expect(found).toEqual(['system', 'tenant', 'project'])
  })
})
