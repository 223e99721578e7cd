import { MASK } from '@waybill/layer-text'
import { useEffect, useState } from 'react'

const NONE: readonly string[] = []

/** The masked values of a text; what reads YAML is loaded only where a mask stands. */
export function useMaskedPaths(text: string): readonly string[] {
  const [paths, setPaths] = useState(NONE)
  useEffect(() => {
    if (!text.includes(MASK)) return
    let isGone = false
    void import('./masked-paths.ts').then(({ maskedPaths }) => {
      if (!isGone) setPaths(maskedPaths(text))
    })
    return () => {
      isGone = true
    }
  }, [text])
  return text.includes(MASK) ? paths : NONE
}
