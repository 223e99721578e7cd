import type { VariableBody } from '@waybill/api-contract'
import { EMPTY_VARIABLE } from '@waybill/profile-format'
import { describe, expect, it } from 'vitest'
import { resolveMacroReference, resolveVariableReference } from './reference-words.ts'

const variable = (change: Partial<VariableBody>): VariableBody => ({ ...EMPTY_VARIABLE, name: 'region', ...change })

describe('what a reference resolves to', () => {
  it('is the value of the macro here', () => {
    expect(resolveMacroReference([{ name: 'zone', value: 'eu-1' }], 'zone')).toContain('eu-1')
  })

  it('is a note if a macro is not defined here', () => {
    expect(resolveMacroReference([], 'zone')).toContain('not defined')
  })

  it('is the default of the variable', () => {
    expect(resolveVariableReference([variable({ defaultValue: 'eu-1' })], 'region')).toContain('eu-1')
  })

  it('never includes a sensitive default', () => {
    const said = resolveVariableReference([variable({ defaultValue: 'hunter2', isSensitive: true })], 'region')
    expect(said).not.toContain('hunter2')
  })
})
