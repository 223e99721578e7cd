import { useState } from 'react'

const KEY = 'waybill.compare-layout'

/** Whether texts stand in one column; the browser remembers it. */
export function useLayout(): { isOneColumn: boolean; choose: (isOneColumn: boolean) => void } {
  const [isOneColumn, setIsOneColumn] = useState(() => localStorage.getItem(KEY) === 'one-column')
  const choose = (chosen: boolean) => {
    localStorage.setItem(KEY, chosen ? 'one-column' : 'side-by-side')
    setIsOneColumn(chosen)
  }
  return { isOneColumn, choose }
}
