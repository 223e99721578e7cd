import { useState } from 'react'

/**
 * Whether something that is placed beside a button is open. PatternFly's popper places what opens after it was mounted, never what was
 * open from the start. So it is mounted, still closed, once the button has the focus or is pressed, and hears the key that follows. Where
 * the button was clicked without either, it opens a moment later, once it is mounted.
 */
export function useOpening() {
  const [state, setState] = useState<'away' | 'closed' | 'opening' | 'open'>('away')
  const prepare = () => setState((now) => (now === 'away' ? 'closed' : now))
  return {
    isThere: state !== 'away',
    isOpen: state === 'open',
    change: (isWanted: boolean) =>
      setState((now) => {
        if (!isWanted) return 'closed'
        return now === 'away' ? 'opening' : 'open'
      }),
    /** Of the popper: it is mounted. */
    onMount: () => setState((now) => (now === 'opening' ? 'open' : now)),
    /** Of the button. */
    watch: {
      onFocus: prepare,
      // Safari gives a button that is pressed no focus.
      onPointerDown: prepare,
      onBlur: () => setState((now) => (now === 'closed' ? 'away' : now)),
    },
  }
}
