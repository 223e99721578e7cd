import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Link } from 'react-router'
import { stayOnPage } from '../../navigation/stay-on-page.ts'
import { counted } from './amounts.ts'
import './empty-values-badge.css'

interface EmptyValuesBadgeProps {
  count: number
  /** The address at which they can be filled. */
  to: string
  /** The profile's name, if several profiles are shown. */
  of?: string
}

/**
 * The number of values that an import left empty, linked to where they can be filled; renders nothing if there are
 * none.
 */
export function EmptyValuesBadge({ count, to, of }: EmptyValuesBadgeProps) {
  if (count === 0) return null
  const text = `${counted(count, 'value')} still empty`
  return (
    <Link
      to={to}
      className="wb-empty-values-badge"
      {...(of === undefined ? { state: stayOnPage } : { 'aria-label': `${text} in ${of}` })}
    >
      <Label isCompact color="yellow">
        {text}
      </Label>
    </Link>
  )
}
