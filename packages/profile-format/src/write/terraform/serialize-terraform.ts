import { BARE_TAG, type DocumentPack, type DocumentVariable, type ProfileDocument } from '../../document/document.ts'
import { createInputs, type TerraformInputs } from './terraform-inputs.ts'
import { createLookups, type TerraformLookups } from './terraform-lookups.ts'
import { createNames } from './terraform-names.ts'
import { textValue, type TerraformArgument, type TerraformBlock, type TerraformValue } from './terraform-body.ts'
import { writeHcl } from './write-hcl.ts'
import { writeTerraformJson } from './write-terraform-json.ts'

/** The syntax of a configuration, and the scope of its profile. */
export interface TerraformOptions {
  /** HCL's native syntax (`.tf`) or Terraform's JSON (`.tf.json`). */
  format: 'hcl' | 'json'
  /** The scope in which the profile is created. */
  context: 'project' | 'tenant'
}

/**
 * Writes a masked document as a configuration for the provider spectrocloud/spectrocloud: a
 * `spectrocloud_cluster_profile` and its data sources. Every mask becomes a sensitive input variable without a default.
 * In a text that cannot be parsed the mask stays, and a comment at the top says where. Terraform reads texts back byte
 * for byte, except that it normalises Unicode to NFC. The provider trims spaces around values and manifests.
 */
export function serializeTerraform(document: ProfileDocument, { format, context }: TerraformOptions): string {
  const inputs = createInputs()
  const lookups = createLookups()
  const profile = profileBlock(document, { context, inputs, lookups })
  const blocks = [PROVIDER, ...inputs.blocks(), ...lookups.blocks(), profile]
  const comment = commentOf(inputs)
  return format === 'hcl' ? writeHcl({ comment, blocks }) : writeTerraformJson({ comment, blocks })
}

const PROVIDER: TerraformBlock = {
  type: 'terraform',
  labels: [],
  arguments: [],
  blocks: [
    {
      type: 'required_providers',
      labels: [],
      arguments: [['spectrocloud', { kind: 'object', fields: [['source', textValue('spectrocloud/spectrocloud')]] }]],
      blocks: [],
    },
  ],
}

function commentOf(inputs: TerraformInputs): string[] {
  const hasInputs = inputs.blocks().length > 0
  const unread = inputs.unread()
  return [
    ...(hasInputs ? ['This file contains no secrets: each is a variable that you must set.'] : []),
    ...(unread.length > 0 ? ['These texts are not YAML and still contain ********; replace it with the values.'] : []),
    ...unread.map((place) => `- ${place}`),
  ]
}

interface Writing extends Pick<TerraformOptions, 'context'> {
  inputs: TerraformInputs
  lookups: TerraformLookups
}

function profileBlock(document: ProfileDocument, { context, inputs, lookups }: Writing): TerraformBlock {
  const { name, description, version, cloudType, type, labels, packs, variables } = document
  const tags = [...labels].map(([key, value]) => (value === BARE_TAG ? key : `${key}:${value}`))
  return {
    type: 'resource',
    labels: ['spectrocloud_cluster_profile', createNames()(name)],
    arguments: [
      ['name', textValue(name)],
      ...unlessEmpty('description', description, (text) => inputs.text(text, 'description')),
      ['version', textValue(version)],
      ['context', textValue(context)],
      ['cloud', textValue(cloudType)],
      ['type', textValue(type)],
      ...(tags.length === 0
        ? []
        : [['tags', { kind: 'list', items: tags.map((tag) => inputs.text(tag, 'tags')) }] as const]),
    ],
    blocks: [
      ...packs.map((pack) => packBlock(pack, { inputs, lookups })),
      ...(variables.length === 0
        ? []
        : [
            nested(
              'profile_variables',
              [],
              variables.map((each) => variableBlock(each, inputs)),
            ),
          ]),
    ],
  }
}

function packBlock(pack: DocumentPack, { inputs, lookups }: Omit<Writing, 'context'>): TerraformBlock {
  const { name, type, version, tag = version, values = '', manifests } = pack
  const given: TerraformArgument[] = [
    ['name', textValue(name)],
    ['type', textValue(type)],
    ...unlessEmpty('tag', tag, textValue),
    ...lookups.sourceOf(pack),
    ...unlessEmpty('values', values, (text) => inputs.yaml(text, name)),
  ]
  const blocks = manifests.map((manifest) =>
    nested('manifest', [
      ['name', textValue(manifest.name)],
      ['content', inputs.yaml(manifest.content, name, manifest.name)],
    ]),
  )
  return nested('pack', given, blocks)
}

function variableBlock(variable: DocumentVariable, inputs: TerraformInputs): TerraformBlock {
  const { name, displayName, description, format, inputType, regex, options } = variable
  const given: TerraformArgument[] = [
    ['name', textValue(name)],
    ['display_name', inputs.text(displayName, name, 'display name')],
    ...unlessEmpty('description', description, (text) => inputs.text(text, name, 'description')),
    ['format', textValue(format)],
    ['input_type', textValue(inputType)],
    ...unlessEmpty('default_value', defaultOf(variable), (text) => inputs.text(text, name)),
    ...unlessEmpty('regex', regex, (text) => inputs.text(text, name, 'pattern')),
    ...flag('required', variable.required),
    ...flag('immutable', variable.immutable),
    ...flag('hidden', variable.hidden),
    ...flag('is_sensitive', variable.isSensitive),
  ]
  const blocks = options.map((option, index) => {
    const place = [name, `option ${index + 1}`]
    return nested('options', [
      ['label', inputs.text(option.label, ...place, 'label')],
      ['value', inputs.text(option.value, ...place, 'value')],
      ...unlessEmpty('description', option.description, (text) => inputs.text(text, ...place, 'description')),
    ])
  })
  return nested('variable', given, blocks)
}

/** In the provider, the options' own `default` field is read-only. */
const defaultOf = ({ defaultValue, options }: DocumentVariable): string =>
  defaultValue || (options.find((option) => option.default)?.value ?? '')

const nested = (
  type: string,
  given: readonly TerraformArgument[],
  blocks: readonly TerraformBlock[] = [],
): TerraformBlock => ({ type, labels: [], arguments: given, blocks })

const unlessEmpty = (name: string, text: string, valueOf: (text: string) => TerraformValue): TerraformArgument[] =>
  text === '' ? [] : [[name, valueOf(text)]]

const flag = (name: string, value: boolean): TerraformArgument[] => (value ? [[name, { kind: 'boolean', value }]] : [])
