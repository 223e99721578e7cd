import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { counted } from '../../../shared/ui/words/amounts.ts'
import type { ProfileUpdate } from './use-profile-updates.ts'

/** Links to the updates of a profile's packs; names the owning scope if it is another one. */
export function UpdatesBadge({ update, owner }: { update: ProfileUpdate; owner: string }) {
  const scope = useScope()
  const amount = counted(update.updates.length, 'update')
  const place = owner === scope.kind ? '' : ` in the ${owner}`
  return (
    <Link
      className="wb-updates-badge"
      to={paths.updatePacks(scope, update.uid)}
      title={update.updates.map(({ packName, version, to }) => `${packName} ${version} → ${to.version}`).join('\n')}
      aria-label={`${amount}${place} for ${update.name}`}
    >
      {amount}
    </Link>
  )
}
