import { describe, expect, it } from 'vitest'
import { referenceProblems } from './reference-problems.ts'

const text = 'a: "{{.spectro.var.nodes}}"\nb: "{{ .spectro.macro.region }}"\nc: "{{.spectro.system.project.uid}}"\n'
const said = (known: Parameters<typeof referenceProblems>[1]) =>
  referenceProblems(text, known).map(({ line, message, severity }) => `${line} ${severity}: ${message}`)

describe('referenceProblems', () => {
  it('says nothing of what is defined', () => {
    expect(said({ variables: new Set(['nodes']), macros: new Set(['region']) })).toEqual([])
  })

  it('refuses unknown variables and warns of unknown macros, each in its line', () => {
    expect(said({ variables: new Set(), macros: new Set() })).toEqual([
      '1 error: No variable nodes is defined in this profile.',
      '2 warning: No macro region is defined here.',
    ])
  })

  it('says nothing of macros where they are not known', () => {
    expect(said({ variables: new Set(['nodes']), macros: null })).toEqual([])
  })
})
