import { useEffect } from 'react'

const FIELDS = 'input, textarea, [contenteditable="true"]'

function isInField(event: ClipboardEvent): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(FIELDS))
}

/** Accepts a profile pasted anywhere on the page, except into fields. */
export function usePagePaste(onText: (text: string) => void): void {
  useEffect(() => {
    const handlePaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text') ?? ''
      if (text.trim() !== '' && !isInField(event)) onText(text)
    }
    document.addEventListener('paste', handlePaste)
    return () => document.removeEventListener('paste', handlePaste)
  }, [onText])
}
