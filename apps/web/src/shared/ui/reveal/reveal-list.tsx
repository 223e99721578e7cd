import { RevealValue } from './reveal-value.tsx'
import { useMaskedPaths } from './use-masked-paths.ts'

interface RevealListProps {
  profileUid: string
  text: string
  layerName: string
  /** The name of the manifest; absent for values. */
  manifest?: string
  /** Whether the text belongs to the draft, if there is one beside the published version. */
  isDraft?: boolean
  /** Why the user may not see them. */
  reason?: string | undefined
}

/** The masked values of a text by path, each with its own Reveal button. */
export function RevealList(props: RevealListProps) {
  const { profileUid, text, layerName, manifest, isDraft = false, reason } = props
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
              reason={reason}
              place={{
                layerName,
                ...(manifest !== undefined && { manifest }),
                path,
                ...(isDraft && { stage: 'draft' }),
              }}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
