import {
  isBlockScalar,
  isPlain,
  type MaskedPlace,
  maskedPlaces,
  MASK,
  scalarOver,
  type TextRange,
  type YamlAlias,
  type YamlScalar,
  type YamlTree,
} from '@waybill/layer-text'
import { quotedTemplate, type TemplatePart } from './terraform-body.ts'

/** A range of a text to replace with a Terraform expression. */
export interface Splice extends TextRange {
  expression: string
}

type Holder = YamlScalar | YamlAlias | undefined

/**
 * For every mask of a YAML text, the expression that inserts an input there so that the text stays valid YAML whatever
 * the input contains. A mask that is a whole scalar, or part of an unquoted one, is replaced by a JSON string, which
 * YAML reads as a double quoted scalar. Within quotes the input is escaped as they require; within a block scalar its
 * lines are indented.
 */
export function spliceMasks(tree: YamlTree, inputFor: (place: MaskedPlace) => string): Splice[] {
  const groups = Map.groupBy(maskedPlaces(tree), (place) => scalarOver(tree, place))
  return [...groups].flatMap(([holder, places]) => {
    const inputs = places.map((place) => ({ place, input: inputFor(place) }))
    const [only] = inputs
    if (only && !only.place.isPartial) return [{ ...rangeOf(only.place), expression: `jsonencode(${only.input})` }]
    if (isBare(tree, holder)) return [bareSplice(tree.text, holder, inputs)]
    return inputs.map(({ place, input }) => ({
      ...rangeOf(place),
      expression: escaped(tree, { holder, place, input }),
    }))
  })
}

interface MaskInput {
  place: MaskedPlace
  input: string
}

const rangeOf = ({ start, end }: TextRange): TextRange => ({ start, end })

function isBare({ text }: YamlTree, holder: Holder): holder is YamlScalar {
  return holder?.kind === 'scalar' && isPlain(holder.event) && !text.slice(holder.start, holder.end).includes('\n')
}

function bareSplice(text: string, { start, end }: YamlScalar, inputs: readonly MaskInput[]): Splice {
  const parts: TemplatePart[] = []
  let at = start
  for (const { place, input } of inputs) {
    parts.push({ text: text.slice(at, place.start) }, { expression: input })
    at = place.start + MASK.length
  }
  parts.push({ text: text.slice(at, end) })
  return { start, end, expression: `jsonencode(${quotedTemplate(parts)})` }
}

function escaped({ text }: YamlTree, { holder, place, input }: MaskInput & { holder: Holder }): string {
  if (holder?.kind !== 'scalar' || isPlain(holder.event)) return input
  if (isBlockScalar(holder.event)) return `indent(${indentAt(text, place.start)}, ${input})`
  if (text[holder.start] === "'") return `replace(${input}, "'", "''")`
  return `trimsuffix(trimprefix(jsonencode(${input}), "\\""), "\\"")`
}

/** The indentation of the line at an offset. */
function indentAt(text: string, at: number): number {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  let first = lineStart
  while (text[first] === ' ') first += 1
  return first - lineStart
}
