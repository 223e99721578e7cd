import { createContext, useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import { type BuilderAction, builderOf, type BuilderState, reduceBuilder } from './builder-reducer.ts'
import type { Texts } from './texts.ts'

export interface BuilderStore extends BuilderState {
  dispatch: (action: BuilderAction) => void
}

export const createBuilderStore = (base: Texts): StoreApi<BuilderStore> =>
  createStore<BuilderStore>()((set) => ({
    ...builderOf(base),
    dispatch: (action) => set((state) => reduceBuilder(state, action)),
  }))

export const BuilderContext = createContext<StoreApi<BuilderStore> | null>(null)

export function useBuilderApi(): StoreApi<BuilderStore> {
  const store = useContext(BuilderContext)
  if (store === null) throw new Error('There is no builder around this')
  return store
}

export const useBuilder = <T>(select: (state: BuilderStore) => T): T => useStore(useBuilderApi(), select)
