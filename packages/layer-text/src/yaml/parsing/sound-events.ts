import { EVENT_ID, getScalarValue, type Event } from 'js-yaml'
import type { YamlLimits } from '../../limits.ts'

interface Open {
  /** The keys of a map so far; undefined for a list. */
  keys: Set<string> | undefined
  isKeyNext: boolean
}

/**
 * Whether building nodes from these events would find no fault: at most one document, no tags, anchors or aliases, no
 * key that is a duplicate or not a text, and nothing over a limit. Most texts are like that, and checking the events is
 * cheaper than building the nodes.
 */
export function areSound(text: string, events: readonly Event[], limits: YamlLimits): boolean {
  const stack: Open[] = []
  let documents = 0
  for (const event of events) {
    if (event.type === EVENT_ID.POP) stack.pop()
    else if (event.type === EVENT_ID.DOCUMENT) documents += 1
    else if (event.type === EVENT_ID.ALIAS || event.tagStart >= 0 || event.anchorStart >= 0) return false
    else {
      const open = stack.at(-1)
      if (open?.keys && open.isKeyNext) {
        if (event.type !== EVENT_ID.SCALAR) return false
        const key = getScalarValue(text, event)
        if (open.keys.has(key) || open.keys.size >= limits.mapKeys) return false
        open.keys.add(key)
      }
      if (open?.keys) open.isKeyNext = !open.isKeyNext
      if (event.type === EVENT_ID.MAPPING) stack.push({ keys: new Set(), isKeyNext: true })
      else if (event.type === EVENT_ID.SEQUENCE) stack.push({ keys: undefined, isKeyNext: false })
    }
  }
  return documents <= Math.min(1, limits.yamlDocuments)
}
