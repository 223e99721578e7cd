import { describe, expect, it } from 'vitest'
import { passwordProblems } from './password-problems.ts'

const good = { current: 'present', next: 'a longer password', repeated: 'a longer password' }

describe('a new password', () => {
  it('is accepted with twelve characters, typed twice', () => {
    expect(passwordProblems(good, { asksCurrent: true })).toEqual({})
  })

  it('has each problem at its field', () => {
    const draft = { current: '', next: 'short', repeated: 'other' }
    expect(Object.keys(passwordProblems(draft, { asksCurrent: true }))).toEqual(['current', 'next', 'repeated'])
  })

  it('needs no current one when set through a link', () => {
    expect(passwordProblems({ ...good, current: '' }, { asksCurrent: false })).toEqual({})
  })
})
