import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useState } from 'react'

type CopyState = 'idle' | 'copied' | 'refused'

const WORDS: Record<CopyState, string> = { idle: 'Copy', copied: 'Copied', refused: 'Select the text to copy it' }

/** Copies a text; if the browser forbids that (plain HTTP), says what to do instead. */
export function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<CopyState>('idle')
  const handleCopy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('refused')
    }
  }
  return (
    <Button variant="link" size="sm" onClick={() => void handleCopy()} onBlur={() => setState('idle')}>
      <span aria-live="polite">{WORDS[state]}</span>
    </Button>
  )
}
