import type { Merging, TakenOver } from '../merging/merging.ts'
import { keyOf, type Place } from '../places/place.ts'

/** A key of the old version that mine still has and the new version lacks. */
export interface GoneKey extends TakenOver {
  /** The key of the new version that most likely replaces it. */
  nearest?: string | undefined
}

/**
 * Every key that is gone, only the topmost of each branch. Keys inside lists are left out, because items have no stable
 * path.
 */
export function goneKeys(merging: Merging): GoneKey[] {
  const gone: GoneKey[] = []
  for (const [document, root] of merging.b.roots.entries()) {
    const stack: [Place, Place | undefined, Place | undefined][] = [
      [root, merging.m.roots[document], merging.t.roots[document]],
    ]
    for (let next = stack.pop(); next; next = stack.pop()) {
      const [b, m, t] = next
      if (b.kind !== 'map' || m?.kind !== 'map' || t?.kind !== 'map') continue
      for (const child of b.children.toReversed()) {
        const key = keyOf(child)
        const [mine, theirs] = [m.byKey.get(key), t.byKey.get(key)]
        if (mine && theirs) stack.push([child, mine, theirs])
        if (!mine || theirs) continue
        const nearest = merging.nearest(child, t)
        gone.push({ path: child.path, document, ...(nearest === undefined ? {} : { nearest }) })
      }
    }
  }
  return gone
}
