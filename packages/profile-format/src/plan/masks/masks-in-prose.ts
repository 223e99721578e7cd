import { MASK } from '@waybill/layer-text'
import type { DocumentVariable, ProfileDocument } from '../../document/document.ts'
import { warningAt } from '../../problems/problem-at.ts'
import type { Problem } from '../../problems/problems.ts'

interface Prose {
  path: string
  what: 'description' | 'label' | 'variable'
  name: string
  text: string
}

/**
 * Warns of masks in descriptions and labels. The profile runs without those values, so they are imported with their
 * masks.
 */
export const masksInProse = (document: ProfileDocument): Problem[] =>
  listProse(document)
    .filter(({ text }) => text.includes(MASK))
    .map(({ path, what, name }) => warningAt(path, 'MaskInProse', { what, name }))

const listProse = ({ description, labels, variables }: ProfileDocument): Prose[] => [
  { path: 'metadata.description', what: 'description', name: '', text: description },
  ...[...labels].map(([key, text]): Prose => ({ path: `metadata.labels.${key}`, what: 'label', name: key, text })),
  ...variables.flatMap(proseOfVariable),
]

function proseOfVariable({ name, displayName, description, options }: DocumentVariable, index: number): Prose[] {
  const at = (field: string, text: string): Prose => ({
    path: `spec.variables[${index}].${field}`,
    what: 'variable',
    name,
    text,
  })
  return [
    at('displayName', displayName),
    at('description', description),
    ...options.map((option, optionIndex) => at(`options[${optionIndex}].description`, option.description)),
  ]
}
