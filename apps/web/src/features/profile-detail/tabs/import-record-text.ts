import type { ImportRecordBody } from '@waybill/api-contract'
import { counted, fileSize } from '../../../shared/ui/words/amounts.ts'

const maskWords = { fill: 'entered', 'leave-empty': 'left empty', keep: 'kept from the previous version' } as const

/** `edge-base-1.2.0.json, 14.2 kB` */
export function fileText({ fileName, fileBytes }: ImportRecordBody): string {
  return [fileName, fileSize(fileBytes)].filter(Boolean).join(', ')
}

/** What the import created. */
export function createdText({ created, decisions }: ImportRecordBody): string {
  const macros = created.macros.map(({ name, scope }) => `macro ${name} in the ${scope}`)
  const parts = [
    `${created.profile} as ${decisions.publish ? 'published' : 'draft'}`,
    counted(created.layers, 'layer'),
    counted(created.variables, 'variable'),
    ...macros,
  ]
  return parts.join(', ')
}

/** One line for each decision made in the import. */
export function decisionLines(decisions: ImportRecordBody['decisions']): readonly string[] {
  const { renamedFrom, versionFrom, registries, packVersions, leftOut = [], editedValues = [], masks } = decisions
  return [
    ...(renamedFrom === undefined ? [] : [`Renamed from ${renamedFrom}`]),
    ...(versionFrom === undefined ? [] : [`Version changed from ${versionFrom}`]),
    ...registries.map(({ layerName, registryName }) => `${layerName} from registry ${registryName}`),
    ...packVersions.map(({ layerName, from, to }) => `${layerName} ${to} in place of ${from}`),
    ...leftOut.map(({ layerName, version }) => `${layerName} ${version} left out`),
    ...editedValues.map((layerName) => `${layerName}: values edited`),
    ...masks.map(
      ({ layerName, path, action }) => `${[layerName, path].filter(Boolean).join(' › ')}: ${maskWords[action]}`,
    ),
  ]
}
