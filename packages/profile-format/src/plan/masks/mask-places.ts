import { type MaskedPlace, maskedPlaces, MASK, parseYaml, type YamlTree } from '@waybill/layer-text'
import type { DocumentVariable } from '../../document/document.ts'
import type { Limits } from '../../limits.ts'
import type { PlanText } from '../list-texts.ts'

/** Where a mask stands: in a YAML text, or in a variable's default or option. */
export type MaskSite =
  | { kind: 'text'; text: PlanText; tree: YamlTree; place: MaskedPlace }
  | { kind: 'default'; variableIndex: number }
  | { kind: 'option'; variableIndex: number; optionIndex: number; field: 'value' | 'label' }

/** One unfilled place of a document with the names that decisions and people call it by. */
export interface FoundMask {
  id: string
  path: string
  valuePath: string
  layerName: string
  site: MaskSite
}

/** Every place of the document that is still the mask, in document order; ids are unique. */
export function findMasks(
  texts: readonly PlanText[],
  variables: readonly DocumentVariable[],
  limits: Limits,
): FoundMask[] {
  return [...texts.flatMap((text) => findInText(text, limits)), ...variables.flatMap(findInVariable)]
}

/** A text that is no YAML has no places; that it is none is a problem of its own. */
function findInText(text: PlanText, limits: Limits): FoundMask[] {
  if (!text.text.includes(MASK)) return []
  const parsed = parseYaml(text.text, limits)
  if (!('tree' in parsed)) return []
  return maskedPlaces(parsed.tree).map((place) => {
    const id = `${text.place}#${place.path}`
    return {
      id,
      path: text.path,
      valuePath: place.path,
      layerName: text.layerName,
      site: { kind: 'text', text, tree: parsed.tree, place },
    }
  })
}

function findInVariable({ name, defaultValue, options }: DocumentVariable, variableIndex: number): FoundMask[] {
  const at = (field: string, site: MaskSite): FoundMask => ({
    id: `variables[${variableIndex}].${field}`,
    path: `spec.variables[${variableIndex}].${field}`,
    valuePath: name,
    layerName: '',
    site,
  })
  return [
    ...(defaultValue === MASK ? [at('defaultValue', { kind: 'default', variableIndex })] : []),
    ...options.flatMap((option, optionIndex) =>
      (['value', 'label'] as const)
        .filter((field) => option[field] === MASK)
        .map((field) => at(`options[${optionIndex}].${field}`, { kind: 'option', variableIndex, optionIndex, field })),
    ),
  ]
}
