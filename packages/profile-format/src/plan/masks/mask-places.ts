import { maskedComments, type MaskedPlace, maskedPlaces, MASK, treeOf, type YamlTree } from '@waybill/layer-text'
import type { DocumentVariable } from '../../document/document.ts'
import type { Problem } from '../../problems/problems.ts'
import type { DocumentText } from '../../document/document-texts.ts'
import { warningAt } from '../../problems/problem-at.ts'

/** The location of a mask: in a YAML text, or in a variable's default, pattern or option. */
export type MaskSite =
  | { kind: 'text'; text: DocumentText; tree: YamlTree; place: MaskedPlace }
  | { kind: 'default'; variableIndex: number }
  | { kind: 'regex'; variableIndex: number }
  | { kind: 'option'; variableIndex: number; optionIndex: number; field: 'value' | 'label' }

/** One masked place of a document, with the names that decisions and people use for it. */
export interface FoundMask {
  id: string
  path: string
  valuePath: string
  layerName: string
  site: MaskSite
}

/** A text that contains a mask. */
export interface MaskedText {
  text: DocumentText
  tree: YamlTree
}

/** Parses the texts that contain masks. One that is invalid YAML has no places; it is reported elsewhere. */
export function readMasked(texts: readonly DocumentText[]): MaskedText[] {
  return texts.flatMap((text) => {
    if (!text.text.includes(MASK)) return []
    const tree = treeOf(text.text)
    return tree ? [{ text, tree }] : []
  })
}

/** Every masked place of the document, in document order; ids are unique. */
export function findMasks(texts: readonly MaskedText[], variables: readonly DocumentVariable[]): FoundMask[] {
  return [...texts.flatMap(findInText), ...variables.flatMap(findInVariable)]
}

/** One warning per text for masks in comments: nobody fills those in, so they stay. */
export function masksThatStay(texts: readonly MaskedText[]): Problem[] {
  return texts.flatMap(({ text, tree }) => {
    const [line, ...others] = maskedComments(tree)
    if (line === undefined) return []
    return [warningAt(text.path, 'MaskInComment', { name: text.layerName, line, count: 1 + others.length })]
  })
}

function findInText({ text, tree }: MaskedText): FoundMask[] {
  return maskedPlaces(tree).map((place) => {
    const id = `${text.id}#${place.path}`
    return {
      id,
      path: text.path,
      valuePath: place.path,
      layerName: text.layerName,
      site: { kind: 'text', text, tree, place },
    }
  })
}

function findInVariable({ name, defaultValue, regex, options }: DocumentVariable, variableIndex: number): FoundMask[] {
  const at = (field: string, site: MaskSite): FoundMask => ({
    id: `variables[${variableIndex}].${field}`,
    path: `spec.variables[${variableIndex}].${field}`,
    valuePath: name,
    layerName: '',
    site,
  })
  return [
    ...(defaultValue === MASK ? [at('defaultValue', { kind: 'default', variableIndex })] : []),
    ...(regex === MASK ? [at('regex', { kind: 'regex', variableIndex })] : []),
    ...options.flatMap((option, optionIndex) =>
      (['value', 'label'] as const)
        .filter((field) => option[field] === MASK)
        .map((field) => at(`options[${optionIndex}].${field}`, { kind: 'option', variableIndex, optionIndex, field })),
    ),
  ]
}
