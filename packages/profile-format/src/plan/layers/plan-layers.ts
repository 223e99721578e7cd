import type { Catalogue } from '../../packs/choose/choose-catalogue.ts'
import { indexCatalogue } from '../../packs/choose/choose-catalogue.ts'
import type { RegistryChoice, RegistryIndex } from '../../packs/choose/choose-registry.ts'
import { chooseRegistry, indexRegistries } from '../../packs/choose/choose-registry.ts'
import type { ChosenVersion } from '../../packs/choose/choose-version.ts'
import { chooseVersion, listAlternatives } from '../../packs/choose/choose-version.ts'
import type { DocumentPack, ProfileDocument } from '../../document/document.ts'
import { planDependencies } from './plan-dependencies.ts'
import { errorAt, warningAt } from '../../problems/problem-at.ts'
import type { ImportDecisions, ImportFacts, KeptPack, PlannedLayer } from '../import-plan.ts'
import { packPath } from '../../problems/problem-place.ts'
import type { Problem } from '../../problems/problems.ts'

interface LayerInput {
  pack: DocumentPack
  index: number
  cloudType: string
  decisions: ImportDecisions
  catalogue: Catalogue
  registries: RegistryIndex
  kept: KeptPack | undefined
}

/** The facts that planning layers needs. */
export type LayerFacts = Pick<
  ImportFacts,
  'registries' | 'registriesMustMatch' | 'candidates' | 'knownVersions' | 'kept'
>

interface LayerPlan {
  layer: PlannedLayer
  problems: Problem[]
}

/**
 * Plans version and registry of every layer and checks the constraints of their packs. Texts are still those of the
 * file.
 */
export function planLayers(
  document: ProfileDocument,
  decisions: ImportDecisions,
  facts: LayerFacts,
): { layers: PlannedLayer[]; problems: Problem[] } {
  const catalogue = indexCatalogue(facts.candidates, facts.knownVersions)
  const registries = indexRegistries(facts)
  const { cloudType } = document
  const plans = document.packs.map((pack, index) =>
    planLayer({ pack, index, cloudType, decisions, catalogue, registries, kept: facts.kept?.get(index) }),
  )
  const { layers, problems } = planDependencies(
    document.type,
    plans.map((plan) => plan.layer),
  )
  return {
    layers,
    problems: [...plans.flatMap((plan) => plan.problems), ...problems, ...checkIndexes(document.packs, decisions)],
  }
}

function planLayer(input: LayerInput): LayerPlan {
  const { pack, index, decisions, catalogue, registries, kept } = input
  if (pack.type === 'manifest') return { layer: layerOf(input), problems: [] }
  if (kept) return keptLayer(input, kept)
  const version = chooseVersion(pack, decisions.packVersions?.[index], catalogue)
  const { candidates } = version
  const choice = chooseRegistry({
    source: pack.registry,
    candidates,
    registries,
    decided: decisions.registries?.[index],
  })
  const alternatives = listAlternatives(pack.name, version.version, catalogue)
  const layer = {
    ...layerOf(input),
    version: version.version,
    candidates,
    chosen: choice.chosen,
    choice: choice.choice,
    alternatives,
  }
  return { layer, problems: checkLayer({ ...input, layer, version, choice }) }
}

/** A layer whose pack is not being changed: nothing that its registry now holds or declares blocks it. */
function keptLayer(input: LayerInput, { pack, isHere }: KeptPack): LayerPlan {
  const layer: PlannedLayer = { ...layerOf(input), candidates: [pack], chosen: pack, choice: 'uid' }
  const { name, version, source } = layer
  const params = { name, version, registry: source.name ?? '', kept: 'yes' }
  return {
    layer,
    problems: [
      ...(isHere ? [] : [warningAt(packPath(input.index, 'name'), 'PackNotFound', params)]),
      ...checkFit({ ...input, layer }).map((problem) => ({ ...problem, severity: 'warning' as const })),
    ],
  }
}

/** A layer with what the document says. A decided version is a fixed one, so it replaces the tag as well. */
function layerOf({ pack, index, decisions }: LayerInput): PlannedLayer {
  const { name, layer, type, version, values, manifests, registry: source } = pack
  const tag = type === 'manifest' ? pack.tag : (decisions.packVersions?.[index] ?? pack.tag)
  const choice = 'not-needed'
  return {
    index,
    name,
    layer,
    type,
    version,
    tag,
    values,
    manifests,
    source,
    chosen: null,
    candidates: [],
    choice,
    alternatives: [],
  }
}

interface LayerCheck extends LayerInput {
  layer: PlannedLayer
  version: ChosenVersion
  choice: RegistryChoice
}

function checkLayer(check: LayerCheck): Problem[] {
  return [...checkVersion(check), ...checkRegistry(check), ...checkFit(check)]
}

function checkVersion({ index, layer, version }: LayerCheck): Problem[] {
  const { name, tag = '' } = layer
  if (version.isFloating)
    return [warningAt(packPath(index, 'tag'), 'FloatingTag', { name, tag, version: version.version })]
  if (version.candidates.length > 0) return []
  const params = { name, version: version.version, registry: layer.source.name ?? '' }
  if (layer.alternatives.length === 0) return [errorAt(packPath(index, 'name'), 'PackNotFound', params)]
  const available = [...new Set(layer.alternatives.map((alternative) => alternative.version))]
  return [errorAt(packPath(index, 'version'), 'PackVersionNotFound', { ...params, available })]
}

function checkRegistry({ index, layer, choice, registries }: LayerCheck): Problem[] {
  const path = packPath(index, 'registry.metadata')
  const problems = choice.isDecisionInvalid
    ? [errorAt(path, 'DecisionInvalid', { decision: 'registries', name: layer.name })]
    : []
  const { uid = '', name } = layer.source
  const registry = registries.names.get(uid) || name || uid
  if (choice.refusal !== undefined) {
    const candidates = layer.candidates.map((candidate) => candidate.registry.name)
    return [
      ...problems,
      errorAt(path, choice.refusal, { name: layer.name, version: layer.version, registry, candidates }),
    ]
  }
  if (choice.choice !== 'only' || registry === '') return problems
  const chosen = layer.chosen?.registry.name ?? ''
  return [
    ...problems,
    warningAt(path, 'RegistryNotFound', { name: layer.name, version: layer.version, registry, chosen }),
  ]
}

/**
 * Checks that a pack is in the layer that its registry gives and that it supports the cloud. The cloud is only a
 * warning: cloud types are open-ended, so a pack's list may be incomplete.
 */
function checkFit({ index, layer, cloudType }: Pick<LayerCheck, 'index' | 'layer' | 'cloudType'>): Problem[] {
  const { chosen, name } = layer
  if (chosen === null) return []
  const problems: Problem[] = []
  if (chosen.layer !== layer.layer) {
    problems.push(
      errorAt(packPath(index, 'layer'), 'LayerNotAllowed', { name, layer: layer.layer, expected: chosen.layer }),
    )
  }
  const clouds = chosen.cloudTypes
  if (cloudType !== 'all' && clouds.length > 0 && !clouds.includes('all') && !clouds.includes(cloudType)) {
    problems.push(warningAt(packPath(index, 'name'), 'CloudTypeNotAllowed', { name, cloudType, cloudTypes: clouds }))
  }
  return problems
}

/** Reports decisions about packs that the document does not have, or that need no registry. */
function checkIndexes(packs: readonly DocumentPack[], { registries, packVersions }: ImportDecisions): Problem[] {
  return Object.entries({ registries, packVersions }).flatMap(([decision, byIndex]) =>
    Object.keys(byIndex ?? {}).flatMap((index) => {
      const pack = packs[Number(index)]
      return pack !== undefined && pack.type !== 'manifest' && index === String(Number(index))
        ? []
        : [errorAt('', 'DecisionInvalid', { decision, index })]
    }),
  )
}
