import type { ProfileSummaryOfOneBody } from '@waybill/api-contract'
import { currentLayers, packUidOf } from '../stored/current-layers.ts'
import type { PackFacts } from '../packs/pack-facts-repository.ts'
import { toMetadata } from './profile-presenter.ts'
import { hasDraft, layersOf } from '../stored/stored-document.ts'
import type { Stage, StoredLayer, StoredProfile } from '../stored/stored-profile.ts'

type FactsByUid = ReadonlyMap<string, PackFacts>

export function toSummaryOfOne(profile: StoredProfile, facts: FactsByUid): ProfileSummaryOfOneBody {
  const template = (stage: Stage) => toTemplate(profile, { stage, facts })
  const layers = currentLayers(profile)
  return {
    metadata: toMetadata(profile),
    specSummary: {
      version: profile.version,
      versions: profile.versions,
      ...(hasDraft(profile) && { draft: template('draft') }),
      ...(profile.isPublished && { published: template('published') }),
    },
    status: {
      isPublished: profile.isPublished,
      isInvalid: layers.some(({ isInvalid }) => isInvalid),
      inUseClusters: [],
      inUseClusterUids: [],
      inUseClusterTemplates: [],
      // Packs do not say whether they are FIPS compliant.
      fips: { mode: 'unknown' },
      pack: countStates(layers, facts),
    },
  }
}

function toTemplate(profile: StoredProfile, { stage, facts }: { stage: Stage; facts: FactsByUid }) {
  const { name, uid, type, cloudType } = profile
  return { name, uid, type, cloudType, packs: layersOf(profile, stage).map((layer) => toPack(layer, facts)) }
}

function toPack(layer: StoredLayer, facts: ReadonlyMap<string, PackFacts>) {
  const { name, type, version, tag = version, registryUid, isInvalid } = layer
  const { displayName = name, addonType = '', annotations = {} } = facts.get(layer.packUid) ?? {}
  return {
    name,
    layer: layer.layer,
    type,
    version,
    tag,
    packUid: packUidOf(layer),
    registryUid,
    isInvalid,
    displayName,
    addonType,
    annotations: { ...annotations },
    logoUrl: '',
  }
}

/** Counts packs by their own state, and those that are no longer in their registry. */
function countStates(layers: readonly StoredLayer[], facts: ReadonlyMap<string, PackFacts>) {
  const annotations = layers.map(({ packUid }) => facts.get(packUid)?.annotations ?? {})
  return {
    deleted: layers.filter(({ isInvalid }) => isInvalid).length,
    deprecated: annotations.filter((each) => each['system_state'] === 'deprecated').length,
    disabled: annotations.filter((each) => each['system_state'] === 'disabled' || each['disabled'] === 'true').length,
  }
}
