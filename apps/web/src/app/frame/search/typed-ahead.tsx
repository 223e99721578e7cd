import { useLayoutEffect } from 'react'

interface TypedAheadProps {
  onType: (change: (text: string) => string) => void
  /** Called on Escape. */
  onCancel: () => void
}

/** Collects what is typed while the search field is still loading. */
export function TypedAhead({ onType, onCancel }: TypedAheadProps) {
  useLayoutEffect(() => {
    const keep = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape') return onCancel()
      if (event.key.length !== 1 && event.key !== 'Backspace') return
      // The element that has the focus meanwhile must not receive the key: a space would press a button.
      event.preventDefault()
      event.stopPropagation()
      onType((text) => (event.key === 'Backspace' ? text.slice(0, -1) : text + event.key))
    }
    document.addEventListener('keydown', keep, { capture: true })
    return () => document.removeEventListener('keydown', keep, { capture: true })
  }, [onType, onCancel])
  return null
}
