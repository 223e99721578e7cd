import { createContext, useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import { type BuilderAction, builderOf, type BuilderState, reduceBuilder } from './builder-reducer.ts'
import type { Texts } from './texts.ts'

/** A position in a text that the caret is to jump to. */
export interface TextJump {
  key: string
  offset: number
}

export interface BuilderStore extends BuilderState {
  /** Null for a new profile. */
  profileUid: string | null
  /** Cleared by the next action. */
  jump: TextJump | null
  jumpTo: (jump: TextJump) => void
  dispatch: (action: BuilderAction) => void
}

export const createBuilderStore = (base: Texts, profileUid: string | null = null): StoreApi<BuilderStore> =>
  createStore<BuilderStore>()((set) => ({
    ...builderOf(base),
    profileUid,
    jump: null,
    jumpTo: (jump) => set({ jump }),
    dispatch: (action) => set((state) => ({ ...reduceBuilder(state, action), jump: null })),
  }))

export const BuilderContext = createContext<StoreApi<BuilderStore> | null>(null)

export function useBuilderStore(): StoreApi<BuilderStore> {
  const store = useContext(BuilderContext)
  if (store === null) throw new Error('There is no builder around this')
  return store
}

export const useBuilder = <T>(select: (state: BuilderStore) => T): T => useStore(useBuilderStore(), select)
