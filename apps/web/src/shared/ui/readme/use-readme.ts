import { useEffect, useState } from 'react'
import type { ReadmeNode } from './readme-tree.ts'

/** Some texts keep a Markdown parser busy for minutes; the page is not kept, and shows the text as it is. */
const DEADLINE_MS = 5_000

type Readme = { state: 'laying-out' } | { state: 'laid-out'; tree: readonly ReadmeNode[] } | { state: 'as-text' }

/** Lays a README out off the page's own thread. */
export function useReadme(text: string): Readme {
  const [readme, setReadme] = useState<{ of: string; readme: Readme } | null>(null)
  useEffect(() => {
    const worker = new Worker(new URL('./readme.worker.ts', import.meta.url), { type: 'module' })
    const end = (result: Readme) => {
      clearTimeout(deadline)
      worker.terminate()
      setReadme({ of: text, readme: result })
    }
    const deadline = setTimeout(() => end({ state: 'as-text' }), DEADLINE_MS)
    worker.addEventListener('error', () => end({ state: 'as-text' }))
    worker.addEventListener('message', ({ data }: MessageEvent<readonly ReadmeNode[]>) =>
      end({ state: 'laid-out', tree: data }),
    )
    worker.postMessage(text)
    return () => {
      clearTimeout(deadline)
      worker.terminate()
    }
  }, [text])
  return readme?.of === text ? readme.readme : { state: 'laying-out' }
}
