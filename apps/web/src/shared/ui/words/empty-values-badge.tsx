import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Link } from 'react-router'
import { stayOnPage } from '../../navigation/stay-on-page.ts'
import { counted } from './amounts.ts'
import './empty-values-badge.css'

interface EmptyValuesBadgeProps {
  count: number
  /** Where they are filled. */
  to: string
  /** Of the profile, where several are shown. */
  of?: string
}

/** Says how many values an import left empty, and leads to where they are filled; nothing where there are none. */
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
