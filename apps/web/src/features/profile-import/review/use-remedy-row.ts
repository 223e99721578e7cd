import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useImport } from '../state/import-store.ts'
import type { ValidateRow } from './validate-rows.ts'

interface RemedyRowBehaviour {
  rowRef: RefObject<HTMLLIElement | null>
  isCollapsed: boolean
  reopen: () => void
  handlers: {
    onFocus: (event: FocusEvent) => void
    onBlur: (event: FocusEvent) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
}

let isPointerDown = false
addEventListener('pointerdown', () => (isPointerDown = true), true)
addEventListener('pointerup', () => (isPointerDown = false), true)

/** A row must not shrink under the pointer between press and release, or the click hits something else. */
function afterPointer(run: () => void): void {
  if (isPointerDown) addEventListener('click', () => setTimeout(run), { once: true, capture: true })
  else run()
}

const isField = (target: EventTarget) => target instanceof HTMLInputElement || target instanceof HTMLSelectElement

/** A settled row stays expanded during typing, and collapses when it loses the focus or Enter is pressed. */
export function useRemedyRow(row: ValidateRow, canCollapse: boolean): RemedyRowBehaviour {
  const rowRef = useRef<HTMLLIElement>(null)
  const isOpen = useImport(({ openRows }) => openRows.has(row.id))
  const setRowOpen = useImport((state) => state.setRowOpen)
  const isCollapsed = canCollapse && !row.isBlocking && !isOpen
  useLostFocus(rowRef, isCollapsed)
  return {
    rowRef,
    isCollapsed,
    reopen: () => setRowOpen(row.id, true),
    handlers: {
      onFocus: ({ target }) => {
        if (isField(target)) setRowOpen(row.id, true)
      },
      onBlur: ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && rowRef.current?.contains(relatedTarget)) return
        afterPointer(() => setRowOpen(row.id, false))
      },
      onKeyDown: (event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        // The focus moves to Change, which would otherwise be pressed by the same key.
        event.preventDefault()
        setRowOpen(row.id, false)
      },
    },
  }
}

/** Keeps the focus in the row when its layout changes. */
function useLostFocus(rowRef: RefObject<HTMLLIElement | null>, isCollapsed: boolean): void {
  const hadFocus = useRef(false)
  useEffect(() => {
    const row = rowRef.current
    if (!row) return
    const remember = () => (hadFocus.current = true)
    const forget = ({ relatedTarget }: globalThis.FocusEvent) => {
      // When a control is removed, no next target is known; when it is left by Tab or mouse, there is one.
      if (relatedTarget instanceof Node && !row.contains(relatedTarget)) hadFocus.current = false
    }
    row.addEventListener('focusin', remember)
    row.addEventListener('focusout', forget)
    return () => {
      row.removeEventListener('focusin', remember)
      row.removeEventListener('focusout', forget)
    }
  }, [rowRef])
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return
    const control = isCollapsed ? '[data-row-change]' : 'input, select, button'
    rowRef.current?.querySelector<HTMLElement>(control)?.focus()
  }, [rowRef, isCollapsed])
}
