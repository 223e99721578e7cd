import type { ImportPlanBody } from '@waybill/api-contract'

type Versions = Pick<ImportPlanBody['layers'][number], 'fileVersion' | 'version' | 'versionChange'>

/** `1.57.1 → 1.46.0, older`: the file's version and the imported one. */
export function versionChangeText({ fileVersion, version, versionChange }: Versions): string {
  return `${fileVersion} → ${version}, ${versionChange}`
}
