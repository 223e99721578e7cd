import { createOciSource, type OciRegistryOptions } from './oci-source.ts'
import { noContentLeft, type PackSource } from '../source/pack-source.ts'

/**
 * Zarf packages in an OCI registry. Palette does not sync them and profiles refer to them directly, so a walk finds
 * nothing.
 *
 * @throws SourceError `forbidden-url` when the endpoint is not an http or https URL.
 */
export function createOciZarfSource(options: Omit<OciRegistryOptions, 'readers'>): PackSource {
  const source = createOciSource(options, {
    kindAt: () => ({ nameOf: () => undefined, read: () => Promise.resolve(undefined) }),
    probe: () => Promise.resolve(),
    readContent: noContentLeft,
  })
  return {
    ...source,
    async *walk() {
      yield { kind: 'done', mark: '' }
    },
  }
}
