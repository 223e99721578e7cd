import type { ApiError } from '@waybill/api-client'
import { layerIndexOf } from '@waybill/profile-format'
import { Link } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { useBuilder } from '../state/builder-store.ts'
import { stackOf } from '../state/stack-texts.ts'

interface RefusedListProps {
  error: ApiError | null
  onFollow: () => void
}

/** The problems that the server refused, each with a link to its layer. */
export function RefusedList({ error, onFollow }: RefusedListProps) {
  const texts = useBuilder((state) => state.texts)
  if (error?.kind !== 'refusal' || error.details.length === 0) return null
  const layers = stackOf(texts)
  return (
    <ul className="wb-builder-problems" aria-label="Problems">
      {error.details.map(({ path, valuePath, message }) => {
        const layer = layers[layerIndexOf(path) ?? -1]
        return (
          <li key={`${path} ${valuePath} ${message}`}>
            {layer && (
              <Link to={`?layer=${encodeURIComponent(layer.name)}`} state={stayOnPage} onClick={onFollow}>
                {layer.name}
              </Link>
            )}
            {layer && valuePath !== '' && <code> {valuePath}</code>}
            {layer && ': '}
            {message}
          </li>
        )
      })}
    </ul>
  )
}
