import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { LinkButton } from '../../../shared/ui/buttons/link-button.tsx'
import { useProfileData } from '../profile-data.ts'
import type { loader } from './pack-updates-route.tsx'

/** Says that the registry holds a newer version that fits, and leads to its update. A failure hides only this. */
export function UpdateLink({ layerName }: { layerName: string }) {
  const scope = useScope()
  const { uid } = useProfileData().profile.metadata
  const { load, data } = useFetcher<typeof loader>({ key: `pack-updates ${uid}` })
  const address = paths.packUpdates(scope, uid)
  useEffect(() => void load(address), [load, address])

  const layer = data?.ok === true ? data.value.items.find(({ packName }) => packName === layerName) : undefined
  const newest = layer?.versions.find(({ isNewer, isCompatible }) => isNewer && isCompatible)
  if (!newest) return null
  return (
    <p className="wb-update">
      <Label color="blue" isCompact>
        Update available
      </Label>{' '}
      <LinkButton variant="link" isInline to={paths.updatePack(scope, uid, { layer: layerName })}>
        {`Update pack to ${newest.version}`}
      </LinkButton>
    </p>
  )
}
