import { useState } from 'react'

/** The columns in order, besides the name, which is always shown. */
export const COLUMNS = ['version', 'type', 'cloud', 'layers', 'scope', 'state', 'modified'] as const
export type Column = (typeof COLUMNS)[number]

export const DENSITIES = ['compact', 'comfortable'] as const
export type Density = (typeof DENSITIES)[number]

/** How one user sees the list in one browser. */
export interface ListView {
  columns: readonly Column[]
  density: Density
}

export const USUAL_VIEW: ListView = { columns: COLUMNS, density: 'compact' }

const KEY = 'waybill.profile-list'

/** Reads the stored view and ignores unknown values. */
export function parseListView(text: string | null): ListView {
  const kept = parse(text)
  const columns: unknown = Reflect.get(kept, 'columns')
  return {
    columns: Array.isArray(columns) ? COLUMNS.filter((column) => columns.includes(column)) : USUAL_VIEW.columns,
    density: DENSITIES.find((density) => density === Reflect.get(kept, 'density')) ?? USUAL_VIEW.density,
  }
}

function parse(text: string | null): object {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}')
    return typeof parsed === 'object' && parsed !== null ? parsed : {}
  } catch {
    return {} // stored by another version, or edited by hand
  }
}

/** The view, and a setter that stores it. */
export function useListView(): [ListView, (view: ListView) => void] {
  const [view, setView] = useState(() => parseListView(localStorage.getItem(KEY)))
  const change = (next: ListView) => {
    localStorage.setItem(KEY, JSON.stringify(next))
    setView(next)
  }
  return [view, change]
}
