import type { ExportPreviewBody } from '@waybill/api-contract'
import type { ExportPreview } from './profile-export-service.ts'

/** What is always masked and what is masked unless a tick is taken off. */
export function toPreviewBody({ fileNames, secrets }: ExportPreview): ExportPreviewBody {
  const listed = secrets.map((secret) => ({
    ...secret,
    source: secret.id.startsWith('variables[') ? ('variable' as const) : secret.source,
  }))
  const isSuspected = ({ source }: { source: string }) => source === 'suspected'
  return {
    fileNames,
    declared: listed.filter((secret) => !isSuspected(secret)),
    suspected: listed.filter(isSuspected),
  }
}
