import { createContext, useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import { type BuilderAction, builderOf, type BuilderState, reduceBuilder } from './builder-reducer.ts'
import type { Texts } from './texts.ts'

/** Where the caret is to go: a place of a text. */
export interface TextJump {
  key: string
  offset: number
}

export interface BuilderStore extends BuilderState {
  /** Null for a profile that is made here. */
  profileUid: string | null
  /** Until something else is done. */
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

export function useBuilderApi(): StoreApi<BuilderStore> {
  const store = useContext(BuilderContext)
  if (store === null) throw new Error('There is no builder around this')
  return store
}

export const useBuilder = <T>(select: (state: BuilderStore) => T): T => useStore(useBuilderApi(), select)
