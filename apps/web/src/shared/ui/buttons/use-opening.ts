import { type KeyboardEvent, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * Whether something that is placed beside a button is open. PatternFly's popper places what opens after it was mounted, never what was
 * open from the start. So it is mounted, still closed, once the button has the focus or is pressed, and hears the key that follows. Where
 * the button was clicked without either, it opens a moment later, once it is mounted.
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
    /** Of the popper: it is mounted. */
    onMount: () => setState((now) => (now === 'opening' ? 'open' : now)),
    /** Of the button. */
    watch: {
      onFocus: prepare,
      // Safari gives a button that is pressed no focus.
      onPointerDown: prepare,
      onBlur: () => setState((now) => (now === 'closed' ? 'away' : now)),
      // At once: PatternFly, which hears the key after the button, leads it into a menu that is open.
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (!isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) flushSync(() => setState('open'))
      },
    },
  }
}
