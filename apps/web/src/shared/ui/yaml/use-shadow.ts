import { type RefObject, useEffect, useRef, useState } from 'react'

interface Destroyable {
  destroy: () => void
}

interface Shadow<Handle> {
  /** Null until it is mounted. */
  handle: Handle | null
  /** Props of the frame around it. */
  frame: {
    hostRef: RefObject<HTMLDivElement | null>
    isReady: boolean
    hasFailed: boolean
  }
}

function shadowOf(host: HTMLElement): ShadowRoot {
  return host.shadowRoot ?? host.attachShadow({ mode: 'open' })
}

/** Mounts what `load` returns into the host's shadow root, and again whenever `load` changes. */
export function useShadow<Handle extends Destroyable>(
  load: () => Promise<(root: ShadowRoot) => Handle>,
): Shadow<Handle> {
  const hostRef = useRef<HTMLDivElement>(null)
  const [handle, setHandle] = useState<Handle | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    let mounted: Handle | null = null
    let isGone = false
    load().then(
      (mount) => {
        if (isGone || !hostRef.current) return
        mounted = mount(shadowOf(hostRef.current))
        setHandle(mounted)
      },
      () => setHasFailed(true),
    )
    return () => {
      isGone = true
      mounted?.destroy()
      setHandle(null)
    }
  }, [load])
  return { handle, frame: { hostRef, isReady: handle !== null, hasFailed } }
}
