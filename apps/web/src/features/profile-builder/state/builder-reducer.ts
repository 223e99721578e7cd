import type { Texts } from './builder-texts.ts'

export interface BuilderState {
  /** As it is stored. */
  base: Texts
  /** As it stands on the screen. */
  texts: Texts
  past: readonly Texts[]
  future: readonly Texts[]
  /** Where the last change was typed: what is typed on there is one change with it. */
  typingIn: string | null
  /** Another one whenever texts change by other means than typing, so that editors start anew. */
  generation: number
  /** Places that somebody else changed meanwhile too, to be decided. */
  conflicts: readonly string[]
}

export type BuilderAction =
  | { type: 'write'; texts: Texts }
  | { type: 'settle' }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'discard' }
  | { type: 'resume'; texts: Texts }
  | { type: 'rebase'; base: Texts }
  | { type: 'decide'; key: string; side: 'mine' | 'theirs' }

/** Further back than anybody remembers. */
const MOST_STEPS = 200

export const builderOf = (base: Texts): BuilderState => ({
  base,
  texts: base,
  past: [],
  future: [],
  typingIn: null,
  generation: 0,
  conflicts: [],
})

/** Keys of the places that are changed, in the order of the profile. */
export const changedKeys = ({ base, texts }: Pick<BuilderState, 'base' | 'texts'>): string[] =>
  Object.keys(base).filter((key) => base[key] !== texts[key])

/** What happens to a profile that is being changed; pure. */
export function reduceBuilder(state: BuilderState, action: BuilderAction): BuilderState {
  switch (action.type) {
    case 'write':
      return write(state, action.texts)
    case 'settle':
      return state.typingIn === null ? state : { ...state, typingIn: null }
    case 'undo':
      return undo(state)
    case 'redo':
      return redo(state)
    case 'discard':
      return { ...builderOf(state.base), generation: state.generation + 1 }
    case 'resume':
      return anew(step(state, { ...state.texts, ...known(action.texts, state.base) }))
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

const step = (state: BuilderState, texts: Texts): BuilderState => ({
  ...state,
  texts,
  past: [...state.past, state.texts].slice(-MOST_STEPS),
  future: [],
  typingIn: null,
})

const anew = (state: BuilderState): BuilderState => ({ ...state, generation: state.generation + 1 })

function undo(state: BuilderState): BuilderState {
  const texts = state.past.at(-1)
  if (texts === undefined) return state
  return anew({
    ...state,
    texts,
    past: state.past.slice(0, -1),
    future: [state.texts, ...state.future],
    typingIn: null,
  })
}

function redo(state: BuilderState): BuilderState {
  const [texts, ...future] = state.future
  if (texts === undefined) return state
  return anew({ ...state, texts, past: [...state.past, state.texts], future, typingIn: null })
}

/** Texts of places that are not there any more are left behind. */
const known = (texts: Texts, base: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => key in base))

/** What only one side changed is taken by itself; the steps before would bring back what is no longer stored. */
function rebase(state: BuilderState, base: Texts): BuilderState {
  const mine = changedKeys(state).filter((key) => key in base)
  const texts = { ...base, ...Object.fromEntries(mine.map((key) => [key, state.texts[key] ?? ''])) }
  const conflicts = mine.filter((key) => base[key] !== state.base[key] && base[key] !== texts[key])
  return { ...builderOf(base), texts, conflicts, generation: state.generation + 1 }
}

function decide(state: BuilderState, { key, side }: { key: string; side: 'mine' | 'theirs' }): BuilderState {
  const conflicts = state.conflicts.filter((each) => each !== key)
  if (side === 'mine') return { ...state, conflicts }
  return anew({ ...step(state, { ...state.texts, [key]: state.base[key] ?? '' }), conflicts })
}
