import type { PackInput, ProfileInput, ProfileUpdate, VariableInput } from '@waybill/api-contract'
import {
  VARIABLE_FORMATS,
  VARIABLE_INPUT_TYPES,
  type DocumentVariable,
  type VariableFormat,
  type VariableInputType,
} from '@waybill/profile-format'
import { AppError } from '../../platform/errors/app-error.ts'
import type { LayerRequest } from './layers/layer-request.ts'
import type { ProfileEdit } from './profile-edit-service.ts'

/** Go clients do not distinguish absent, null and empty. */
const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined
const givenText = (value: string | null | undefined): string | undefined => (value ? value : undefined)

export const layerRequestOf = (pack: PackInput): LayerRequest => ({
  name: pack.name,
  uid: givenText(pack.uid),
  registryUid: givenText(pack.registryUid) ?? givenText(pack.registry?.metadata?.uid),
  tag: givenText(pack.tag),
  version: givenText(pack.version),
  type: given(pack.type),
  layer: given(pack.layer),
  values: given(pack.values),
  manifests: pack.manifests?.map(({ uid, name, content }) => ({ uid: givenText(uid), name, content: given(content) })),
})

/** A layer of a complete list: Go omits empty values, so absent ones mean empty. */
const wholeLayerRequestOf = (pack: PackInput): LayerRequest => ({ ...layerRequestOf(pack), values: pack.values ?? '' })

/** A variable with defaults for everything omitted. @throws AppError InvalidRequest for an unknown format */
export function variableOf(input: VariableInput): DocumentVariable {
  return {
    name: input.name,
    displayName: input.displayName || input.name,
    description: input.description ?? '',
    format: formatOf(input.format || 'string'),
    inputType: inputTypeOf(input.inputType || 'text'),
    options: (input.options ?? []).map((option) => ({
      value: option.value,
      label: option.label || option.value,
      description: option.description ?? '',
      default: option.default ?? false,
    })),
    defaultValue: input.defaultValue ?? '',
    regex: input.regex ?? '',
    required: input.required ?? false,
    hidden: input.hidden ?? false,
    immutable: input.immutable ?? false,
    isSensitive: input.isSensitive ?? false,
  }
}

function formatOf(text: string): VariableFormat {
  const known = VARIABLE_FORMATS.find((format) => format === text)
  if (!known) throw new AppError('InvalidRequest', { params: { field: 'variables.format' } })
  return known
}

function inputTypeOf(text: string): VariableInputType {
  const known = VARIABLE_INPUT_TYPES.find((type) => type === text)
  if (!known) throw new AppError('InvalidRequest', { params: { field: 'variables.inputType' } })
  return known
}

const labelsOf = (labels: Record<string, string> | null | undefined) => new Map(Object.entries(labels ?? {}))

type Described = { annotations?: Record<string, string> | null | undefined; description?: string | null | undefined }

const descriptionIn = (metadata: Described | null | undefined): string | undefined =>
  metadata?.annotations?.['description'] ?? given(metadata?.description)

/** POST /v1/clusterprofiles. */
export const creation =
  ({ metadata, spec }: ProfileInput): ProfileEdit =>
  async (empty, layersFrom) => ({
    ...empty,
    name: metadata.name,
    description: descriptionIn(metadata) ?? '',
    labels: labelsOf(metadata.labels),
    version: spec?.version || empty.version,
    type: spec?.template?.type ?? empty.type,
    cloudType: spec?.template?.cloudType || empty.cloudType,
    layers: await layersFrom((spec?.template?.packs ?? []).map(wholeLayerRequestOf)),
    variables: (spec?.variables ?? []).map(variableOf),
  })

type MetadataUpdate = Pick<ProfileUpdate, 'metadata'> & {
  spec?: { version?: string | null | undefined } | null | undefined
}

/** PATCH …/metadata; absent fields stay. */
export const newMetadata =
  ({ metadata, spec }: MetadataUpdate): ProfileEdit =>
  (current) => ({
    ...current,
    name: metadata?.name ?? current.name,
    labels: metadata?.labels || hasAllButLabels({ metadata, spec }) ? labelsOf(metadata?.labels) : current.labels,
    description: descriptionIn(metadata) ?? current.description,
    version: spec?.version || current.version,
  })

/** Terraform's provider sends everything, but Go omits empty maps: removing the last tag sends no labels. */
const hasAllButLabels = ({ metadata, spec }: MetadataUpdate): boolean =>
  Boolean(metadata?.name && spec?.version) && metadata?.annotations?.['description'] !== undefined

/**
 * PUT /v1/clusterprofiles/{uid}: the complete list of layers, in the order sent. Other absent fields stay, and so do
 * variables, which only the console sends.
 */
export const replacement =
  ({ metadata, spec }: ProfileUpdate): ProfileEdit =>
  async (current, layersFrom) => {
    const { template, variables } = spec ?? {}
    return {
      ...(await newMetadata({ metadata, spec })(current, layersFrom)),
      type: template?.type ?? current.type,
      cloudType: template?.cloudType || current.cloudType,
      layers: template ? await layersFrom((template.packs ?? []).map(wholeLayerRequestOf)) : current.layers,
      variables: variables?.map(variableOf) ?? current.variables,
    }
  }
