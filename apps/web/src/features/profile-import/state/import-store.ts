import type { Result } from '@waybill/api-client'
import type { ImportPlanBody } from '@waybill/api-contract'
import { createContext, useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import type { FilePlace } from '@waybill/profile-format'
import type { ImportStep } from '../../../shared/navigation/paths.ts'
import { type DecisionChange, dropValues, editValues, takePackVersion } from './import-decisions.ts'
import type { ImportSource, ImportStage, Reading } from './import-stage.ts'
import * as transitions from './import-transitions.ts'

/** The wizard's state: one stage, and pure transitions between stages. */
export interface ImportStore {
  stage: ImportStage
  /** Settled rows of Validate that are expanded: being edited, or opened with Change. */
  openRows: ReadonlySet<string>
  /** Where the editor of Upload file opens; null once it has done so. */
  filePlace: FilePlace | null
  /** Texts of layers that were merged into another version’s defaults. */
  merged: ReadonlyMap<number, string>
  takeSource: (source: ImportSource) => void
  editText: (text: string) => void
  finishReading: (source: ImportSource, outcome: Reading & { text?: string }) => void
  dropSource: () => void
  decide: (change: DecisionChange) => void
  takeMerged: (index: number, text: string) => void
  /** Restores the file’s own version; values that were merged for another one are dropped with it. */
  dropPackVersion: (index: number) => void
  checkAgain: () => void
  finishCheck: (revision: number, result: Result<ImportPlanBody>) => void
  goTo: (step: ImportStep) => void
  /** Returns to a place in the file's text. */
  editAt: (place: FilePlace) => void
  forgetFilePlace: () => void
  goNext: () => void
  startImport: () => void
  finishImport: (result: Result<{ uid: string }>) => void
  returnFromRefusal: (step: 'validate' | 'confirm') => void
  startAnew: () => void
  setRowOpen: (row: string, isOpen: boolean) => void
}

function toggled(rows: ReadonlySet<string>, row: string, isOpen: boolean): ReadonlySet<string> {
  if (rows.has(row) === isOpen) return rows
  return isOpen ? new Set([...rows, row]) : new Set([...rows].filter((other) => other !== row))
}

export function createImportStore(): StoreApi<ImportStore> {
  return createStore<ImportStore>()((set, get) => {
    const move = (next: (stage: ImportStage) => ImportStage) => set(({ stage }) => ({ stage: next(stage) }))
    return {
      stage: transitions.FIRST_STAGE,
      openRows: new Set(),
      filePlace: null,
      merged: new Map(),
      takeSource: (source) => {
        move((stage) => transitions.takeSource(stage, source))
        set({ openRows: new Set(), merged: new Map() })
      },
      editText: (text) => move((stage) => transitions.editText(stage, text)),
      finishReading: (source, outcome) => move((stage) => transitions.finishReading(stage, source, outcome)),
      dropSource: () => move(transitions.dropSource),
      decide: (change) => move((stage) => transitions.decide(stage, change)),
      takeMerged: (index, text) => {
        set(({ merged }) => ({ merged: new Map(merged).set(index, text) }))
        move((stage) => transitions.decide(stage, editValues(index, text)))
      },
      dropPackVersion: (index) => {
        const merged = get().merged.get(index)
        move((stage) => transitions.decide(stage, takePackVersion(index, null)))
        move((stage) => transitions.decide(stage, dropValues(index, merged)))
      },
      checkAgain: () => move(transitions.checkAgain),
      finishCheck: (revision, result) => move((stage) => transitions.finishCheck(stage, revision, result)),
      goTo: (step) => {
        move((stage) => transitions.goTo(stage, step))
        set({ openRows: new Set(), filePlace: null })
      },
      editAt: (filePlace) => {
        move((stage) => transitions.goTo(stage, 'upload-file'))
        set({ openRows: new Set(), filePlace })
      },
      forgetFilePlace: () => set({ filePlace: null }),
      goNext: () => {
        move(transitions.goNext)
        set({ openRows: new Set() })
      },
      startImport: () => move(transitions.startImport),
      finishImport: (result) => move((stage) => transitions.finishImport(stage, result)),
      returnFromRefusal: (step) => move((stage) => transitions.returnFromRefusal(stage, step)),
      startAnew: () => set({ stage: transitions.FIRST_STAGE, openRows: new Set() }),
      setRowOpen: (row, isOpen) => set(({ openRows }) => ({ openRows: toggled(openRows, row, isOpen) })),
    }
  })
}

export const ImportStoreContext = createContext<StoreApi<ImportStore> | null>(null)

export function useImportStore(): StoreApi<ImportStore> {
  const store = useContext(ImportStoreContext)
  if (store === null) throw new Error('The import store is used outside the wizard')
  return store
}

export function useImport<T>(select: (store: ImportStore) => T): T {
  return useStore(useImportStore(), select)
}
