import type { Plugin } from 'vite'

const ENTITIES = 'decode-named-character-reference'

/**
 * The Markdown parser's browser build decodes entities such as `&amp;` with the page's document, which a worker does
 * not have. The package has an entry for workers, but Vite does not choose it.
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
