import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../http/use-answer.ts'
import { askWorker } from '../../workers/ask-worker.ts'
import type { ReadmeNode } from './readme-tree.ts'

/** Some texts keep a Markdown parser busy for minutes; after this time the page shows the plain text. */
const DEADLINE_MS = 5_000

type Readme = { state: 'laying-out' } | { state: 'laid-out'; tree: readonly ReadmeNode[] } | { state: 'as-text' }

/** Renders a README in a worker. */
export function useReadme(text: string): Readme {
  const [readme, setReadme] = useState<{ of: string; readme: Readme } | null>(null)
  useEffect(() => {
    const worker = new Worker(new URL('./readme.worker.ts', import.meta.url), { type: 'module' })
    return awaitAnswer(
      (signal) => askWorker<readonly ReadmeNode[]>(worker, text, { deadlineMs: DEADLINE_MS, signal }),
      (tree) => setReadme({ of: text, readme: tree ? { state: 'laid-out', tree } : { state: 'as-text' } }),
    )
  }, [text])
  return readme?.of === text ? readme.readme : { state: 'laying-out' }
}
