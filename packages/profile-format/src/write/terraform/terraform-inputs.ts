import { MASK, MASK_RUN, treeOf, QUOTED_MASK } from '@waybill/layer-text'
import { type Splice, spliceMasks } from './mask-splices.ts'
import { createNames } from './terraform-names.ts'
import {
  expressionValue,
  textValue,
  type TemplatePart,
  type TerraformBlock,
  type TerraformValue,
} from './terraform-body.ts'

/** Turns masks into input variables and collects these; whoever applies the file must set them. */
export interface TerraformInputs {
  /** A plain text, with an input for every mask. `place` names it for people. */
  text: (text: string, ...place: string[]) => TerraformValue
  /** A YAML text, with an input for every mask in its scalars. */
  yaml: (text: string, ...place: string[]) => TerraformValue
  blocks: () => TerraformBlock[]
  /** Places of texts that cannot be parsed, so that their masks stay. */
  unread: () => string[]
}

interface Input {
  name: string
  description: string
}

/** Collects the input variables for a configuration's secrets. */
export function createInputs(): TerraformInputs {
  const nameOf = createNames()
  const inputs: Input[] = []
  const unread: string[] = []

  const inputFor = (place: readonly string[]): string => {
    const name = nameOf('secret', ...place)
    inputs.push({ name, description: shownPlace(place) })
    return `var.${name}`
  }

  function text(value: string, ...place: string[]): TerraformValue {
    if (value === MASK) return expressionValue(inputFor(place))
    const masks = [...value.matchAll(MASK_RUN)].map(({ index }) => ({
      start: index,
      end: index + MASK.length,
      expression: inputFor(place),
    }))
    return templateOf(value, masks)
  }

  function yaml(value: string, ...place: string[]): TerraformValue {
    if (!value.includes(MASK)) return textValue(value)
    // When a whole text was masked, the mask is the text, not a scalar in it.
    if ([MASK, QUOTED_MASK].includes(value.trim())) return expressionValue(inputFor(place))
    const tree = treeOf(value)
    if (!tree) {
      unread.push(shownPlace(place))
      return textValue(value)
    }
    return templateOf(
      value,
      spliceMasks(tree, ({ path }) => inputFor([...place, path])),
    )
  }

  return { text, yaml, blocks: () => inputs.map(variableBlock), unread: () => unread }
}

function templateOf(text: string, splices: readonly Splice[]): TerraformValue {
  const parts: TemplatePart[] = []
  let at = 0
  for (const { start, end, expression } of splices) {
    parts.push({ text: text.slice(at, start) }, { expression })
    at = end
  }
  parts.push({ text: text.slice(at) })
  return { kind: 'template', parts: parts.filter((part) => !('text' in part) || part.text !== '') }
}

const variableBlock = ({ name, description }: Input): TerraformBlock => ({
  type: 'variable',
  labels: [name],
  arguments: [
    ['type', { kind: 'keyword', word: 'string' }],
    ['description', textValue(description)],
    ['sensitive', { kind: 'boolean', value: true }],
  ],
  blocks: [],
})

/** On one line and without `${` or `%{`: in JSON, descriptions are not templates and cannot escape them. */
const shownPlace = (place: readonly string[]): string =>
  place
    .filter((word) => word !== '')
    .join(' › ')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[$%](?=\{)/g, '')
