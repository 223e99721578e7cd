import type { ProblemLog } from '../problems/problem-log.ts'
import { textOf, type TreeNode } from '../read/tree.ts'
import { shownKey } from '../read/tree-path.ts'

const MACRO_REFERENCE = /\{\{-?\s*\.spectro\.macro\.([\w.-]+)/g

function referencesOf(text: string): string[] {
  return [...text.matchAll(MACRO_REFERENCE)].flatMap((match) => match[1] ?? [])
}

/**
 * Reports the first cycle in a file's `macros` map by the names in it. Macros are not part of a profile, so a map
 * without cycles is just an unknown field. But a cycle can never be resolved, and shows that the file is not what its
 * author thinks.
 */
export function reportMacroCycles(macros: TreeNode | undefined, log: ProblemLog): void {
  if (macros?.kind !== 'map') return
  const cycle = findCycle(
    new Map([...macros.entries].map(([name, { node }]) => [name, referencesOf(textOf(node) ?? '')])),
  )
  if (cycle === null) return
  const params = { cycle: cycle.slice(0, 20).map(shownKey) }
  log.report('MacroCycle', { path: ['macros'], offset: macros.start, params })
}

// Depth-first without recursion, because a chain may be as long as the file allows.
function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>()
  for (const root of edges.keys()) {
    const path = [root]
    const position = new Map([[root, 0]])
    const pending = [[...(edges.get(root) ?? [])]]
    while (path.length > 0) {
      const next = pending.at(-1)?.pop()
      if (next === undefined) {
        const left = path.pop() ?? ''
        pending.pop()
        position.delete(left)
        done.add(left)
        continue
      }
      const start = position.get(next)
      if (start !== undefined) return path.slice(start)
      if (done.has(next) || !edges.has(next)) continue
      position.set(next, path.length)
      path.push(next)
      pending.push([...(edges.get(next) ?? [])])
    }
  }
  return null
}
