import type { ImportPlanBody, ImportValidateResponse } from '@waybill/api-contract'
import {
  compareVersions,
  type DocumentPack,
  type ImportPlan,
  type PackCandidate,
  type PlannedLayer,
  type ProfileDocument,
} from '@waybill/profile-format'
import { problemBodies } from '../../platform/errors/problem-body.ts'
import { isRefused } from '../plan/plan-profile.ts'

interface ShownImport {
  document: ProfileDocument
  fileDigest: string
  plan: ImportPlan
  digest: string
}

/** Palette's entity with matchingRegistries filled in, and the plan beside it. */
export function validateBody(shown: ShownImport): ImportValidateResponse {
  const { document, plan } = shown
  return {
    metadata: {
      name: document.name,
      description: document.description,
      labels: Object.fromEntries(document.labels),
    },
    spec: {
      version: document.version,
      template: {
        type: document.type,
        cloudType: document.cloudType,
        packs: document.packs.map((pack, index) => packBody(pack, plan.layers[index]?.candidates ?? [])),
      },
      variables: document.variables.map((variable) => ({ ...variable })),
    },
    plan: planBody(shown),
  }
}

function packBody({ manifests, registry, ...pack }: DocumentPack, candidates: readonly PackCandidate[]) {
  return {
    ...pack,
    ...(manifests.length > 0 && { manifests }),
    registry: { metadata: registry, matchingRegistries: candidates.map((candidate) => candidate.registry) },
  }
}

function planBody({ document, fileDigest, plan, digest }: ShownImport): ImportPlanBody {
  return {
    canImport: !isRefused(plan),
    digest,
    fileDigest,
    target: plan.target,
    name: plan.name,
    version: plan.version,
    nextVersion: plan.nextVersion,
    publish: plan.publish,
    problems: problemBodies(plan.problems),
    layers: plan.layers.map((layer) => layerBody(layer, document.packs[layer.index]?.version ?? layer.version)),
    leftOut: [...plan.leftOut],
    editedValues: [...plan.editedValues],
    needsRepositories: plan.needsRepositories,
    masked: [...plan.masked],
    macros: plan.macros.map((macro) => ({ ...macro, usedIn: [...macro.usedIn] })),
    variables: plan.variables.map(({ name, isSensitive }) => ({ name, isSensitive })),
    comparedWith: plan.comparedWith,
    changes: [...plan.changes],
  }
}

function versionChange(before: string, after: string): ImportPlanBody['layers'][number]['versionChange'] {
  if (before === after) return 'same'
  return compareVersions(after, before) < 0 ? 'older' : 'newer'
}

function layerBody(layer: PlannedLayer, fileVersion: string): ImportPlanBody['layers'][number] {
  const { source, chosen } = layer
  return {
    index: layer.index,
    name: layer.name,
    layer: layer.layer,
    type: layer.type,
    version: layer.version,
    tag: layer.tag ?? '',
    fileVersion,
    versionChange: versionChange(fileVersion, layer.version),
    sourceRegistry: { uid: source.uid ?? '', name: source.name ?? '', kind: source.kind ?? '' },
    chosen: chosen && {
      packUid: chosen.packUid,
      registryUid: chosen.registry.uid,
      registryName: chosen.registry.name,
      version: chosen.version,
    },
    choice: layer.choice,
    candidates: layer.candidates.map(({ packUid, version, registry }) => ({
      packUid,
      registryUid: registry.uid,
      registryName: registry.name,
      registryKind: registry.kind,
      version,
    })),
    alternatives: layer.alternatives.map(({ version, registryUid, registryName, order }) => ({
      version,
      registryUid,
      registryName,
      order,
    })),
  }
}
