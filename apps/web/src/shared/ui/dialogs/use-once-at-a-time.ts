import { useRef } from 'react'

/** Runs what takes a while, and not again meanwhile: a button is drawn as disabled later than the second of two quick clicks may come. */
export function useOnceAtATime() {
  const isUnderWay = useRef(false)
  return async (run: () => Promise<void>) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    try {
      await run()
    } finally {
      isUnderWay.current = false
    }
  }
}
