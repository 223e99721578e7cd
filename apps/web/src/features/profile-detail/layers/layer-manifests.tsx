import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { FailureState } from '../../../shared/ui/messages/failure-state.tsx'
import type { loader } from './manifests-route.tsx'
import { useProfileData } from '../profile-data.ts'
import { LayerText } from './text/layer-text.tsx'

/** The manifests of a layer, each a separate document. */
export function LayerManifests({ layerName, names }: { layerName: string; names: readonly string[] }) {
  const scope = useScope()
  const { profile, stage } = useProfileData()
  const { load, data: result } = useFetcher<typeof loader>()
  const address = paths.manifests(scope, profile.metadata.uid, layerName)
  useEffect(() => void load(address), [load, address])

  if (result?.ok === false) {
    return <FailureState error={result.error} headingLevel="h3" onRetry={() => void load(address)} />
  }
  // The response holds the published and the draft manifests.
  const documents = result?.value.items
    .filter(({ metadata }) => names.includes(metadata.name))
    .map(({ metadata, spec }) => ({ name: metadata.name, text: spec[stage]?.content ?? '' }))
  return (
    <>
      {documents === undefined
        ? names.map((name) => <Skeleton key={name} height="8rem" screenreaderText={`Loading manifest ${name}`} />)
        : documents.map(({ name, text }) => (
            <LayerText key={name} text={text} label={`Manifest ${name}`} layerName={layerName} manifest={name} />
          ))}
    </>
  )
}
