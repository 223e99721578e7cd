import { useEffect } from 'react'
import { isTypedIn } from '../../../shared/ui/keys/is-typed-in.ts'

/** Accepts a profile pasted anywhere on the page, except into fields. */
export function usePagePaste(onText: (text: string) => void): void {
  useEffect(() => {
    const handlePaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? ''
      if (text.trim() !== '' && !isTypedIn(event)) onText(text)
    }
    document.addEventListener('paste', handlePaste)
    return () => document.removeEventListener('paste', handlePaste)
  }, [onText])
}
