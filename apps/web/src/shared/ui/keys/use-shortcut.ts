import { useEffect, useEffectEvent } from 'react'

const isHeld = ({ ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) => (ctrlKey || metaKey) && !shiftKey && !altKey

/** Calls `onPress` when a letter is pressed with Ctrl, or Cmd, anywhere on the page, but once if it is held. */
export function useShortcut(letter: string, onPress: (event: KeyboardEvent) => void): void {
  const handlePress = useEffectEvent(onPress)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === letter && isHeld(event) && !event.repeat) handlePress(event)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [letter])
}
