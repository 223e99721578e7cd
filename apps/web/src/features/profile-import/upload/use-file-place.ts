import type { DocumentFormat } from '@waybill/profile-format'
import { useEffect } from 'react'
import type { EditorJump } from '../../../shared/ui/yaml/codemirror/jump.ts'
import { useImport } from '../state/import-store.ts'

interface FilePlaceSearch {
  text: string
  format: DocumentFormat
  onFound: (jump: EditorJump) => void
}

/**
 * Moves the editor to the place that a problem of Validate was about, once; the code that finds it is loaded on demand.
 */
export function useFilePlace({ text, format, onFound }: FilePlaceSearch): void {
  const place = useImport((state) => state.filePlace)
  const forgetFilePlace = useImport((state) => state.forgetFilePlace)
  useEffect(() => {
    if (place === null) return undefined
    let isWanted = true
    void import('./find-file-place.ts').then(({ findFilePlace }) => {
      if (!isWanted) return
      const offset = findFilePlace(text, format, place)
      if (offset !== undefined) onFound({ offset, isFocused: true })
      forgetFilePlace()
    })
    return () => {
      isWanted = false
    }
  }, [place, text, format, onFound, forgetFilePlace])
}
