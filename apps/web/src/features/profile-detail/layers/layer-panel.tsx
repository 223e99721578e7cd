import type { PackRefBody } from '@waybill/api-contract'
import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { Fact } from '../../../shared/ui/page/fact.tsx'
import { layerName, packTypeName, registryKindName } from '../../../shared/ui/words/profile-words.ts'
import { LayerManifests } from './layer-manifests.tsx'
import { UpdateLink } from './update-link.tsx'
import { LayerText } from './text/layer-text.tsx'

/** Everything of one layer. */
export function LayerPanel({ layer }: { layer: PackRefBody }) {
  const { version: number, tag } = layer
  const version = tag === '' || tag === number ? number : `${number} (tag ${tag})`
  return (
    <section className="wb-layer wb-flow" aria-labelledby="layer-title">
      <Title headingLevel="h2" id="layer-title" data-layer={layer.layer} className="wb-layer-title">
        <span className="wb-layer-kind">{layerName(layer.layer)}</span> {layer.name}
      </Title>
      {layer.isInvalid && (
        <Alert isInline variant="warning" title={layer.inValidReason || 'This version is no longer in its registry.'} />
      )}
      <dl className="wb-facts">
        <Fact name="Type">{packTypeName(layer.type)}</Fact>
        {version === '' ? null : <Fact name="Version">{version}</Fact>}
        {layer.registryName === '' ? null : (
          <Fact name="Registry">
            {layer.registryName} ({registryKindName(layer.registryKind)})
          </Fact>
        )}
      </dl>
      <UpdateLink layerName={layer.name} />
      {layer.values !== '' && (
        <LayerText text={layer.values} label={`Values of ${layer.name}`} layerName={layer.name} />
      )}
      {layer.values === '' && layer.manifests.length === 0 && <p>This layer has no values of its own.</p>}
      {layer.manifests.length > 0 && (
        <LayerManifests layerName={layer.name} names={layer.manifests.map(({ name }) => name)} />
      )}
    </section>
  )
}
