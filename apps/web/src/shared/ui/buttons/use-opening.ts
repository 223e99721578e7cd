import { useState } from 'react'

/**
 * Whether something is open that is placed beside a button. For a moment it is there and still closed: PatternFly's popper finds
 * what it has to place when that opens, not when it is open from the start.
 */
export function useOpening() {
  const [state, setState] = useState<'closed' | 'opening' | 'open'>('closed')
  return {
    isThere: state !== 'closed',
    isOpen: state === 'open',
    change: (isWanted: boolean) => setState(isWanted ? 'opening' : 'closed'),
    /** Of the popper: it is there. */
    onMount: () => setState((now) => (now === 'opening' ? 'open' : now)),
  }
}
