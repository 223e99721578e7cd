import { describe, expect, it } from 'vitest'
import { builderOf, changedKeys, reduceBuilder, type BuilderAction, type BuilderState } from './builder-reducer.ts'
import { INFO } from './builder-texts.ts'
import type { Texts } from './texts.ts'

const base: Texts = { a: '1', b: '2', c: '3', stack: '[]' }
const after = (...actions: BuilderAction[]): BuilderState => actions.reduce(reduceBuilder, builderOf(base))
const write = (texts: Record<string, string>): BuilderAction => ({ type: 'write', texts })
/** Kept changes of `base`, resumed while `stored` is stored. */
const resumed = (texts: Record<string, string | null>, stored: Texts = base) =>
  reduceBuilder(builderOf(stored), { type: 'resume', kept: { base, texts, conflicts: [] } })
const undo: BuilderAction = { type: 'undo' }
const redo: BuilderAction = { type: 'redo' }
const settle: BuilderAction = { type: 'settle' }

describe('reduceBuilder', () => {
  it('counts a text that was changed back as unchanged', () => {
    expect(changedKeys(after(write({ a: '4' }), write({ b: '5' }), write({ a: '1' })))).toEqual(['b'])
  })

  it('undoes in one step what was typed in one place', () => {
    expect(after(write({ a: '4' }), write({ a: '45' }), undo).texts).toEqual(base)
  })

  it('undoes separately what was typed after a pause', () => {
    expect(after(write({ a: '4' }), settle, write({ a: '45' }), undo).texts).toEqual({ ...base, a: '4' })
  })

  it('undoes several texts that were changed together in one step', () => {
    expect(after(write({ a: '4', b: '5' }), undo).texts).toEqual(base)
  })

  it('redoes what was undone', () => {
    expect(after(write({ a: '4' }), write({ b: '5' }), undo, undo, redo).texts).toEqual({ ...base, a: '4' })
  })

  it('drops the redo steps once something else is typed', () => {
    expect(after(write({ a: '4' }), undo, write({ b: '5' }), redo).texts).toEqual({ ...base, b: '5' })
  })

  it('changes nothing if there is nothing to undo', () => {
    expect(after(undo, redo)).toEqual(builderOf(base))
  })

  it('discards changes back to what is stored', () => {
    expect(changedKeys(after(write({ a: '4' }), { type: 'discard' }))).toEqual([])
  })

  it('restores what was discarded, with its open conflicts', () => {
    const conflicting = after(write({ a: '4' }), { type: 'rebase', base: { ...base, a: '7' } })
    const back = [{ type: 'discard' } as const, undo].reduce(reduceBuilder, conflicting)
    expect([back.texts['a'], back.conflicts]).toEqual(['4', ['a']])
  })

  it('opens a conflict again when its decision is undone', () => {
    const decided = after(
      write({ a: '4' }),
      { type: 'rebase', base: { ...base, a: '7' } },
      { type: 'decide', key: 'a', side: 'theirs' },
    )
    expect(reduceBuilder(decided, undo).conflicts).toEqual(['a'])
  })

  it('resumes kept changes, except texts of layers that are gone', () => {
    expect(resumed({ a: '4', 'values gone': 'x' }).texts).toEqual({ ...base, a: '4' })
  })

  it('resumes the removal of a text', () => {
    expect(changedKeys(resumed({ b: null }))).toEqual(['b'])
  })

  it('resumes on top of what somebody else saved meanwhile, and names that', () => {
    const state = resumed({ a: '4' }, { ...base, [INFO.description]: 'Theirs' })
    expect([changedKeys(state), state.conflicts]).toEqual([['a'], []])
    expect(state.theirs).toMatchObject([{ label: 'Description', after: 'Theirs' }])
  })

  it('reports a conflict between kept changes and what somebody else saved meanwhile', () => {
    expect(resumed({ a: '4' }, { ...base, a: '7' }).conflicts).toEqual(['a'])
  })

  it('resumes conflicts that were not decided before', () => {
    const kept = { base, texts: { a: '4' }, conflicts: ['a', 'b'] }
    expect(after({ type: 'resume', kept }).conflicts).toEqual(['a'])
  })

  it('reports no changes by others if there were none', () => {
    expect(resumed({ a: '4' }).theirs).toBeNull()
  })

  it('undoes a rearrangement in one step', () => {
    const { c: _gone, ...left } = base
    expect(after({ type: 'arrange', texts: left }, undo).texts).toEqual(base)
  })

  it('takes changes of others where nothing was changed here', () => {
    const state = after(write({ a: '4' }), { type: 'rebase', base: { ...base, b: '7' } })
    expect([state.texts, state.conflicts, changedKeys(state)]).toEqual([{ ...base, a: '4', b: '7' }, [], ['a']])
  })

  it('keeps both sides of a conflict until it is decided', () => {
    const theirs = { ...base, a: '7' }
    const state = after(write({ a: '4' }), { type: 'rebase', base: theirs })
    expect([state.texts['a'], state.base['a'], state.conflicts]).toEqual(['4', '7', ['a']])
    const decided = reduceBuilder(state, { type: 'decide', key: 'a', side: 'theirs' })
    expect([decided.texts, decided.conflicts]).toEqual([theirs, []])
  })

  it('undoes what was typed before the changes of somebody else arrived, and keeps those', () => {
    const theirs = { ...base, b: '7' }
    const typed = after(write({ a: '4' }), settle, write({ a: '45' }), { type: 'rebase', base: theirs })
    const back = reduceBuilder(typed, undo)
    expect([back.texts, back.base]).toEqual([{ ...theirs, a: '4' }, theirs])
    expect(changedKeys(reduceBuilder(back, undo))).toEqual([])
    expect([undo, redo, redo].reduce(reduceBuilder, back).texts).toEqual({ ...theirs, a: '45' })
  })

  it('opens a conflict again when undo leads back to a text that somebody else changed too', () => {
    const typed = after(write({ a: '4' }), write({ a: '1', b: '5' }), { type: 'rebase', base: { ...base, a: '7' } })
    expect(typed.conflicts).toEqual([])
    const back = reduceBuilder(typed, undo)
    expect([back.texts['a'], back.conflicts]).toEqual(['4', ['a']])
    expect(reduceBuilder(back, redo).conflicts).toEqual([])
  })

  it('reports no conflict if both sides made the same change', () => {
    expect(after(write({ a: '4' }), { type: 'rebase', base: { ...base, a: '4' } }).conflicts).toEqual([])
  })

  it('takes a text whose conflicts were decided one by one, as a step', () => {
    const state = after(write({ a: '4' }), { type: 'rebase', base: { ...base, a: '7' } })
    const decided = reduceBuilder(state, { type: 'decide', key: 'a', side: { text: '47' } })
    expect([decided.texts['a'], decided.conflicts]).toEqual(['47', []])
    expect(reduceBuilder(decided, undo).texts['a']).toBe('4')
  })
})
