import { type MaskedPlace, maskedPlaces, MASK, parseYaml } from '@waybill/layer-text'
import { DEFAULT_LIMITS } from '../../limits.ts'
import { createNames } from './terraform-names.ts'
import {
  expressionValue,
  textValue,
  type TemplatePart,
  type TerraformBlock,
  type TerraformValue,
} from './terraform-body.ts'

/** Turns masks into inputs, and remembers which: whoever applies the file has to say what stands there. */
export interface TerraformInputs {
  /** A plain text; an input of its own where it is the mask. `place` is how people know it. */
  text: (text: string, ...place: string[]) => TerraformValue
  /** A YAML text, with an input for every scalar that is the mask. */
  yaml: (text: string, ...place: string[]) => TerraformValue
  blocks: () => TerraformBlock[]
  /** Where a mask is only a part of something, so that nothing can stand in its place. */
  remaining: () => string[]
}

interface Input {
  name: string
  description: string
}

export function createInputs(): TerraformInputs {
  const nameOf = createNames()
  const inputs: Input[] = []
  const remaining: string[] = []

  const inputFor = (place: readonly string[]): string => {
    const name = nameOf('secret', ...place)
    inputs.push({ name, description: shownPlace(place) })
    return `var.${name}`
  }

  function text(value: string, ...place: string[]): TerraformValue {
    if (value === MASK) return expressionValue(inputFor(place))
    if (value.includes(MASK)) remaining.push(shownPlace(place))
    return textValue(value)
  }

  function yaml(value: string, ...place: string[]): TerraformValue {
    const masks = value.includes(MASK) ? masksIn(value) : []
    for (const { path } of masks.filter(({ isPartial }) => isPartial)) remaining.push(shownPlace([...place, path]))
    const whole = masks.filter(({ isPartial }) => !isPartial)
    const [only] = whole
    // The text as a whole was masked: what stands in its place is no scalar of it.
    if (only?.path === '' && value.slice(0, only.start).trim() === '') return expressionValue(inputFor(place))
    return { kind: 'template', parts: spliced(value, whole, ({ path }) => inputFor([...place, path])) }
  }

  return { text, yaml, blocks: () => inputs.map(variableBlock), remaining: () => remaining }
}

/** A text that cannot be read holds no scalar to be filled. */
function masksIn(text: string): MaskedPlace[] {
  const parsed = parseYaml(text, DEFAULT_LIMITS)
  return 'tree' in parsed ? maskedPlaces(parsed.tree) : [{ start: 0, end: 0, path: '', isPartial: true }]
}

/** JSON's texts are YAML's in double quotes, whatever the secret holds. */
function spliced(text: string, places: readonly MaskedPlace[], variableOf: (place: MaskedPlace) => string) {
  const parts: TemplatePart[] = []
  let at = 0
  for (const place of places) {
    parts.push({ text: text.slice(at, place.start) }, { expression: `jsonencode(${variableOf(place)})` })
    at = place.end
  }
  return [...parts, { text: text.slice(at) }].filter((part) => !('text' in part) || part.text !== '')
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

/** On one line, and without what a template would take for its own: descriptions are no templates in JSON. */
const shownPlace = (place: readonly string[]): string =>
  place
    .filter((word) => word !== '')
    .join(' › ')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[$%](?=\{)/g, '')
