import { describe, expect, it } from 'vitest'
import { builderOf, changedKeys, reduceBuilder, type BuilderAction, type BuilderState } from './builder-reducer.ts'
import { INFO } from './builder-texts.ts'
import type { Texts } from './texts.ts'

const base: Texts = { a: '1', b: '2', c: '3', stack: '[]' }
const after = (...actions: BuilderAction[]): BuilderState => actions.reduce(reduceBuilder, builderOf(base))
const write = (texts: Record<string, string>): BuilderAction => ({ type: 'write', texts })
/** What was kept of changes of `base`, opened when `stored` is stored. */
const resumed = (texts: Record<string, string | null>, stored: Texts = base) =>
  reduceBuilder(builderOf(stored), { type: 'resume', kept: { base, texts, conflicts: [] } })
const undo: BuilderAction = { type: 'undo' }
const redo: BuilderAction = { type: 'redo' }
const settle: BuilderAction = { type: 'settle' }

describe('reduceBuilder', () => {
  it('counts a place that was changed back as unchanged', () => {
    expect(changedKeys(after(write({ a: '4' }), write({ b: '5' }), write({ a: '1' })))).toEqual(['b'])
  })

  it('takes back in one step what was typed in one place', () => {
    expect(after(write({ a: '4' }), write({ a: '45' }), undo).texts).toEqual(base)
  })

  it('takes back for itself what was typed after a pause', () => {
    expect(after(write({ a: '4' }), settle, write({ a: '45' }), undo).texts).toEqual({ ...base, a: '4' })
  })

  it('takes back several texts that were changed together at once', () => {
    expect(after(write({ a: '4', b: '5' }), undo).texts).toEqual(base)
  })

  it('brings back what was taken back', () => {
    expect(after(write({ a: '4' }), write({ b: '5' }), undo, undo, redo).texts).toEqual({ ...base, a: '4' })
  })

  it('forgets what was taken back once something else is typed', () => {
    expect(after(write({ a: '4' }), undo, write({ b: '5' }), redo).texts).toEqual({ ...base, b: '5' })
  })

  it('changes nothing where there is nothing to take back', () => {
    expect(after(undo, redo)).toEqual(builderOf(base))
  })

  it('discards to what is stored', () => {
    expect(changedKeys(after(write({ a: '4' }), { type: 'discard' }))).toEqual([])
  })

  it('brings back what was discarded, and what was to be decided of it', () => {
    const conflicting = after(write({ a: '4' }), { type: 'rebase', base: { ...base, a: '7' } })
    const back = [{ type: 'discard' } as const, undo].reduce(reduceBuilder, conflicting)
    expect([back.texts['a'], back.conflicts]).toEqual(['4', ['a']])
  })

  it('asks again where a decision is taken back', () => {
    const decided = after(
      write({ a: '4' }),
      { type: 'rebase', base: { ...base, a: '7' } },
      { type: 'decide', key: 'a', side: 'theirs' },
    )
    expect(reduceBuilder(decided, undo).conflicts).toEqual(['a'])
  })

  it('resumes what was kept, but for texts of layers that are gone', () => {
    expect(resumed({ a: '4', 'values gone': 'x' }).texts).toEqual({ ...base, a: '4' })
  })

  it('resumes that a place was taken out', () => {
    expect(changedKeys(resumed({ b: null }))).toEqual(['b'])
  })

  it('resumes on top of what somebody else saved meanwhile, and names that', () => {
    const state = resumed({ a: '4' }, { ...base, [INFO.description]: 'Theirs' })
    expect([changedKeys(state), state.conflicts]).toEqual([['a'], []])
    expect(state.theirs).toMatchObject([{ label: 'Description', after: 'Theirs' }])
  })

  it('asks about what was kept and somebody else saved meanwhile', () => {
    expect(resumed({ a: '4' }, { ...base, a: '7' }).conflicts).toEqual(['a'])
  })

  it('still asks what was not decided before', () => {
    const kept = { base, texts: { a: '4' }, conflicts: ['a', 'b'] }
    expect(after({ type: 'resume', kept }).conflicts).toEqual(['a'])
  })

  it('says of nobody that they saved where nobody did', () => {
    expect(resumed({ a: '4' }).theirs).toBeNull()
  })

  it('takes back in one step what was arranged', () => {
    const { c: _gone, ...left } = base
    expect(after({ type: 'arrange', texts: left }, undo).texts).toEqual(base)
  })

  it('takes what somebody else changed where nothing was changed here', () => {
    const state = after(write({ a: '4' }), { type: 'rebase', base: { ...base, b: '7' } })
    expect([state.texts, state.conflicts, changedKeys(state)]).toEqual([{ ...base, a: '4', b: '7' }, [], ['a']])
  })

  it('keeps both sides of what both changed until it is decided', () => {
    const theirs = { ...base, a: '7' }
    const state = after(write({ a: '4' }), { type: 'rebase', base: theirs })
    expect([state.texts['a'], state.base['a'], state.conflicts]).toEqual(['4', '7', ['a']])
    const decided = reduceBuilder(state, { type: 'decide', key: 'a', side: 'theirs' })
    expect([decided.texts, decided.conflicts]).toEqual([theirs, []])
  })

  it('takes back what was typed before somebody else’s change came, which stays', () => {
    const theirs = { ...base, b: '7' }
    const typed = after(write({ a: '4' }), settle, write({ a: '45' }), { type: 'rebase', base: theirs })
    const back = reduceBuilder(typed, undo)
    expect([back.texts, back.base]).toEqual([{ ...theirs, a: '4' }, theirs])
    expect(changedKeys(reduceBuilder(back, undo))).toEqual([])
    expect([undo, redo, redo].reduce(reduceBuilder, back).texts).toEqual({ ...theirs, a: '45' })
  })

  it('asks again where a step leads back to what somebody else changed too', () => {
    const typed = after(write({ a: '4' }), write({ a: '1', b: '5' }), { type: 'rebase', base: { ...base, a: '7' } })
    expect(typed.conflicts).toEqual([])
    const back = reduceBuilder(typed, undo)
    expect([back.texts['a'], back.conflicts]).toEqual(['4', ['a']])
    expect(reduceBuilder(back, redo).conflicts).toEqual([])
  })

  it('has nothing to decide where both made the same of it', () => {
    expect(after(write({ a: '4' }), { type: 'rebase', base: { ...base, a: '4' } }).conflicts).toEqual([])
  })

  it('takes the text of what was decided place by place, as a step', () => {
    const state = after(write({ a: '4' }), { type: 'rebase', base: { ...base, a: '7' } })
    const decided = reduceBuilder(state, { type: 'decide', key: 'a', side: { text: '47' } })
    expect([decided.texts['a'], decided.conflicts]).toEqual(['47', []])
    expect(reduceBuilder(decided, undo).texts['a']).toBe('4')
  })
})
