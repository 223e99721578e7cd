import { describe, expect, it } from 'vitest'
import { referenceProblems } from './reference-problems.ts'

const text = 'a: "{{.spectro.var.nodes}}"\nb: "{{ .spectro.macro.region }}"\nc: "{{.spectro.system.project.uid}}"\n'
const said = (known: Parameters<typeof referenceProblems>[1]) =>
  referenceProblems(text, known).map(({ line, message, severity }) => `${line} ${severity}: ${message}`)

describe('referenceProblems', () => {
  it('accepts references to what is defined', () => {
    expect(said({ variables: new Set(['nodes']), macros: new Set(['region']) })).toEqual([])
  })

  it('refuses unknown variables and warns about unknown macros, each at its line', () => {
    expect(said({ variables: new Set(), macros: new Set() })).toEqual([
      '1 error: No variable nodes is defined in this profile.',
      '2 warning: No macro region is defined here.',
    ])
  })

  it('does not check macros if they are not known', () => {
    expect(said({ variables: new Set(['nodes']), macros: null })).toEqual([])
  })
})
