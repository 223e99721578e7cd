import { ExpandableSection } from '@patternfly/react-core/dist/dynamic/components/ExpandableSection'
import type { MergedValues } from './decided-merge.ts'
import { placeName } from './merge-words.ts'

/**
 * Keys of the layer that the new version does not have, each with its nearest new key, and comments that could not be
 * placed.
 */
export function GoneKeys({ gone, leftOut }: Pick<MergedValues, 'gone' | 'leftOut'>) {
  if (gone.length === 0 && leftOut.length === 0) return null
  return (
    <ExpandableSection toggleText="Not in the new version">
      <ul className="wb-merge-gone">
        {gone.map(({ path, document, nearest }) => (
          <li key={`${document} ${placeName(path)}`}>
            <code>{placeName(path)}</code>
            {nearest === undefined ? '' : `, perhaps ${nearest} now`}
          </li>
        ))}
        {leftOut.map(({ path, text }) => (
          <li key={`${placeName(path)} ${text}`}>
            A comment at <code>{placeName(path)}</code>: <code>{text.trim()}</code>
          </li>
        ))}
      </ul>
    </ExpandableSection>
  )
}
