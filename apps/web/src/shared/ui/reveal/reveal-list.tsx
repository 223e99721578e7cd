import { RevealValue } from './reveal-value.tsx'
import { useMaskedPaths } from './use-masked-paths.ts'

interface RevealListProps {
  profileUid: string
  text: string
  layerName: string
  /** Name of the manifest; absent for values. */
  manifest?: string
}

/** The masked values of a text by their paths, each to be revealed for itself. */
export function RevealList({ profileUid, text, layerName, manifest }: RevealListProps) {
  const paths = useMaskedPaths(text)
  if (paths.length === 0) return null
  const label = `Masked values of ${manifest ?? layerName}`
  return (
    <dl className="wb-reveal-list" aria-label={label}>
      {paths.map((path) => (
        <div key={path}>
          <dt>
            <code>{path || 'The whole text'}</code>
          </dt>
          <dd>
            <RevealValue
              name={path || 'the whole text'}
              profileUid={profileUid}
              place={{ layerName, ...(manifest !== undefined && { manifest }), path }}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
