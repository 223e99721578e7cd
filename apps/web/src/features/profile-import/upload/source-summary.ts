import type { DocumentFormat, ProfileDocument } from '@waybill/profile-format'
import { counted } from '../../../shared/ui/words/amounts.ts'

/** `Cluster profile edge-base 1.2.0, 6 layers, 3 variables, exported as JSON`. */
export function summarise(document: ProfileDocument, format: DocumentFormat): string {
  const { name, version, packs, variables } = document
  const parts = [counted(packs.length, 'layer'), counted(variables.length, 'variable')].join(', ')
  return `Cluster profile ${name} ${version}, ${parts}, exported as ${format.toUpperCase()}`
}
