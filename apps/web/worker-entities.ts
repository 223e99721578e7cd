import type { Plugin } from 'vite'

const ENTITIES = 'decode-named-character-reference'

/**
 * The Markdown parser looks up `&amp;` and its like in the page's document where it is built for browsers; a worker has none. The
 * package brings an entry for workers, which Vite does not choose for them.
 */
export function workerEntities(): Plugin {
  return {
    name: 'worker-entities',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== ENTITIES) return null
      const resolved = await this.resolve(source, importer, { skipSelf: true })
      return resolved && { ...resolved, id: resolved.id.replace('index.dom.js', 'index.js') }
    },
  }
}
