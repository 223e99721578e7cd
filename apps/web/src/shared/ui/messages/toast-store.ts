import { create } from 'zustand'

export interface Toast {
  kind: 'success' | 'danger' | 'info'
  title: string
  /** Undoes the action. */
  undo?: () => void
  /** Called when it disappears, by itself or closed, unless it was undone. Resolves to whether all of it was done. */
  onGone?: () => Promise<boolean>
}

export type ShownToast = Toast & { id: number }

interface ToastState {
  toasts: readonly ShownToast[]
}

let lastId = 0

export const useToasts = create<ToastState>(() => ({ toasts: [] }))

/** Shows a message in the corner of whatever page is open. */
export function showToast(toast: Toast): void {
  lastId += 1
  const shown = { ...toast, id: lastId }
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, shown] }))
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

/** Does at once what waits for its message to disappear. Resolves to whether all of it was done. */
export async function carryOutWaiting(): Promise<boolean> {
  const outcomes = useToasts.getState().toasts.map(async ({ id, onGone }) => {
    if (!onGone) return true
    dismissToast(id)
    return onGone()
  })
  return (await Promise.all(outcomes)).every(Boolean)
}
