import { type Change, changesOf } from './changes.ts'
import type { Changing, Texts } from './texts.ts'
import { mergeTexts, takeTheirs } from './merging/merge-texts.ts'
import { reconciled } from './stack-texts.ts'

/** The state before or after a step. */
interface Snapshot extends Changing {
  /** Keys that somebody else changed meanwhile too, and that are not decided yet. */
  conflicts: readonly string[]
  /** The common base of conflicts that are decided place by place. */
  conflictBases: Texts
}

export interface BuilderState extends Snapshot {
  past: readonly Snapshot[]
  future: readonly Snapshot[]
  /** Where the last change was typed: further typing there belongs to the same step. */
  typingIn: string | null
  /** Incremented whenever texts change other than by typing, so that editors remount. */
  generation: number
  /** What somebody else saved since this profile was read; null while nobody did. */
  theirs: readonly Change[] | null
}

/** Unsaved changes with their base. */
export interface Kept {
  base: Texts
  /** Null for a text that was removed. */
  texts: Readonly<Record<string, string | null>>
  conflicts: readonly string[]
}

export type BuilderAction =
  | { type: 'write'; texts: Texts }
  /** Texts are added, removed or reordered: the new state, as one step. */
  | { type: 'arrange'; texts: Texts }
  | { type: 'settle' }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'discard' }
  | { type: 'resume'; kept: Kept }
  | { type: 'rebase'; base: Texts }
  | { type: 'decide'; key: string; side: 'mine' | 'theirs' | { text: string } }

/** More steps than anybody wants to undo. */
const MOST_STEPS = 200

export const builderOf = (base: Texts): BuilderState => ({
  base,
  texts: base,
  past: [],
  future: [],
  typingIn: null,
  generation: 0,
  conflicts: [],
  conflictBases: {},
  theirs: null,
})

/** Keys of the texts that were changed, added or removed, those of the base first. */
export const changedKeys = ({ base, texts }: Changing): string[] =>
  [...new Set([...Object.keys(base), ...Object.keys(texts)])].filter((key) => base[key] !== texts[key])

/** Applies an action to the profile being edited; pure. */
export function reduceBuilder(state: BuilderState, action: BuilderAction): BuilderState {
  switch (action.type) {
    case 'write':
      return write(state, action.texts)
    case 'arrange':
      return changedKeys({ base: state.texts, texts: action.texts }).length === 0 ? state : step(state, action.texts)
    case 'settle':
      return state.typingIn === null ? state : { ...state, typingIn: null }
    case 'undo':
      return undo(state)
    case 'redo':
      return redo(state)
    case 'discard':
      return anew({ ...step(state, state.base), conflicts: [], theirs: null })
    case 'resume':
      return resume(state, action.kept)
    case 'rebase':
      return rebase(state, action.base)
    case 'decide':
      return decide(state, action)
  }
}

function write(state: BuilderState, texts: Texts): BuilderState {
  const [key = null, ...others] = Object.keys(texts)
  const next = { ...state.texts, ...texts }
  if (Object.keys(texts).every((each) => state.texts[each] === texts[each])) return state
  const typingIn = others.length === 0 ? key : null
  const isTypedOn = typingIn !== null && typingIn === state.typingIn
  return isTypedOn ? { ...state, texts: next, future: [] } : { ...step(state, next), typingIn }
}

const snapshotOf = ({ base, texts, conflicts, conflictBases }: BuilderState): Snapshot => ({
  base,
  texts,
  conflicts,
  conflictBases,
})

const step = (state: BuilderState, texts: Texts): BuilderState => ({
  ...state,
  texts,
  past: [...state.past, snapshotOf(state)].slice(-MOST_STEPS),
  future: [],
  typingIn: null,
})

const anew = (state: BuilderState): BuilderState => ({ ...state, generation: state.generation + 1 })

/** A step rebased onto what is stored now. */
const stepIn = ({ base }: BuilderState, step: Snapshot): Snapshot => (step.base === base ? step : onto(base, step))

function undo(state: BuilderState): BuilderState {
  const before = state.past.at(-1)
  if (before === undefined) return state
  const future = [snapshotOf(state), ...state.future]
  const past = state.past.slice(0, -1)
  return anew({ ...state, ...stepIn(state, before), past, future, typingIn: null })
}

function redo(state: BuilderState): BuilderState {
  const [after, ...future] = state.future
  if (after === undefined) return state
  const past = [...state.past, snapshotOf(state)]
  return anew({ ...state, ...stepIn(state, after), past, future, typingIn: null })
}

/** The stored profile may differ from the base of the kept changes: they are merged as in an open page. */
function resume(state: BuilderState, { base, texts, conflicts }: Kept): BuilderState {
  const mine = Object.entries({ ...base, ...texts }).flatMap(([key, text]) => (text === null ? [] : [[key, text]]))
  const before = { ...builderOf(base), texts: reconciled(Object.fromEntries(mine)), conflicts }
  const merged = rebase(before, state.base)
  return { ...merged, past: [snapshotOf(state)], generation: state.generation + 1 }
}

/**
 * Applies the changes made here on top of what is stored now. Earlier steps stay, and are merged when undo returns to
 * them.
 */
function rebase(state: BuilderState, theirs: Texts): BuilderState {
  const changes = changesOf({ base: state.base, texts: theirs })
  return anew({
    ...state,
    ...onto(theirs, state),
    typingIn: null,
    theirs: changes.length === 0 ? state.theirs : changes,
  })
}

/** What only one side changed is taken; what both changed is a conflict. */
function onto(theirs: Texts, before: Snapshot): Snapshot {
  const { texts, conflicts, conflictBases } = mergeTexts({ base: before.base, mine: before.texts, theirs })
  const undecided = before.conflicts.filter((key) => !conflicts.includes(key) && texts[key] !== theirs[key])
  return {
    base: theirs,
    texts,
    conflicts: [...conflicts, ...undecided],
    conflictBases: { ...basesOf(before, undecided), ...conflictBases },
  }
}

/** Bases of decided conflicts are dropped: a new conflict at the same key starts from what was stored since. */
const basesOf = ({ conflictBases }: Snapshot, keys: readonly string[]): Texts =>
  Object.fromEntries(Object.entries(conflictBases).filter(([key]) => keys.includes(key)))

function decide(state: BuilderState, { key, side }: Extract<BuilderAction, { type: 'decide' }>): BuilderState {
  const conflicts = state.conflicts.filter((each) => each !== key)
  if (side === 'mine') return { ...step(state, state.texts), conflicts }
  const texts = side === 'theirs' ? takeTheirs(state.texts, state.base, key) : { ...state.texts, [key]: side.text }
  return anew({ ...step(state, texts), conflicts })
}
