import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { LinkButton } from '../../../shared/ui/buttons/link-button.tsx'
import { useProfileData } from '../profile-data.ts'
import { usePackUpdates } from '../../../shared/profiles/use-pack-updates.ts'

/**
 * Links to the update when the registry holds a newer version that fits. If loading fails, only this link is missing.
 */
export function UpdateLink({ layerName }: { layerName: string }) {
  const scope = useScope()
  const { uid } = useProfileData().profile.metadata
  const updates = usePackUpdates(uid)
  const newest = updates.get(layerName)
  if (newest === undefined) return null
  return (
    <p className="wb-update">
      <Label color="blue" isCompact>
        Update available
      </Label>
      <LinkButton variant="link" isInline to={paths.updatePacks(scope, uid, { layer: layerName })}>
        {`Update pack to ${newest}`}
      </LinkButton>
      {updates.size > 1 && (
        <LinkButton variant="link" isInline to={paths.updatePacks(scope, uid)}>
          {`Update all ${updates.size} packs`}
        </LinkButton>
      )}
    </p>
  )
}
