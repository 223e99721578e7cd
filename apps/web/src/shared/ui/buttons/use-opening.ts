import { useState } from 'react'

/**
 * Whether something is open that is placed beside a button. PatternFly's popper finds what it has to place when that opens, not when
 * it is open from the start: it is there from when the button gets the focus, and closed, so that the next key reaches it. Where
 * nothing gave the button the focus it opens a moment after it came.
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
    /** Of the popper: it is there. */
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
