import { type KeyboardEvent, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * Whether a popper beside a button is open. PatternFly's popper positions only content that opens after it was mounted,
 * not content that was open from the start. So it is mounted, still closed, once the button is focused or pressed, in
 * time to receive the next key. If the button is clicked without either, the content opens a moment later, once the
 * popper is mounted.
 */
export function useOpening() {
  const [state, setState] = useState<'away' | 'closed' | 'opening' | 'open'>('away')
  const isOpen = state === 'open'
  const prepare = () => setState((now) => (now === 'away' ? 'closed' : now))
  return {
    isThere: state !== 'away',
    isOpen,
    change: (isWanted: boolean) =>
      setState((now) => {
        if (!isWanted) return 'closed'
        return now === 'away' ? 'opening' : 'open'
      }),
    /** Passed to the popper, which calls it once it is mounted. */
    onMount: () => setState((now) => (now === 'opening' ? 'open' : now)),
    /** Handlers of the button. */
    watch: {
      onFocus: prepare,
      // Safari does not focus a pressed button.
      onPointerDown: prepare,
      onBlur: () => setState((now) => (now === 'closed' ? 'away' : now)),
      // Synchronously: PatternFly handles the key after this handler, and moves the focus into a menu that is open.
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (!isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) flushSync(() => setState('open'))
      },
    },
  }
}
