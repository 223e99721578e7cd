import type { FastifyRequest } from 'fastify'
import type { ExportableProfile, ExportPorts } from '../features/profile-export/profile-export-service.ts'
import { inspectionsOf } from '../features/profiles/stored/mask-profile.ts'
import { isVisible, mayOn } from '../features/profiles/stored/profile-access.ts'
import { createProfileLoader } from '../features/profiles/stored/profile-loader.ts'
import { createProfileReader } from '../features/profiles/stored/profile-read-repository.ts'
import { documentOf, layersOf, mainStage } from '../features/profiles/stored/stored-document.ts'
import { recordAudit } from '../platform/audit/audit-log.ts'
import type { Platform } from '../platform/platform.ts'
import { type ExportToRender, renderExport } from '../platform/render-export.ts'

/** Up to here rendering takes less than the way to a worker and back; beyond, it could hold up everybody else. */
const INLINE_CHARACTERS = 256 * 1024

type Tools = Pick<Platform, 'cipher' | 'workers'>

/** Where the export meets the profiles that it reads. */
export const exportPorts =
  (tools: Tools) =>
  (request: FastifyRequest): ExportPorts => ({
    openProfile: (uid) => openProfile(tools, request, uid),
    render: async (toRender) =>
      textLength(toRender) > INLINE_CHARACTERS ? tools.workers.run('renderExport', toRender) : renderExport(toRender),
    recordExport: ({ uid, document }, record) =>
      recordAudit(request.tenantDb, {
        caller: request.caller,
        action: 'export',
        resource: { kind: 'clusterprofile', uid, name: document.name },
        details: { version: document.version, ...record },
      }),
  })

async function openProfile(
  { cipher, workers }: Tools,
  { tenantDb, caller }: FastifyRequest,
  uid: string,
): Promise<ExportableProfile | null> {
  const { findProfile } = createProfileReader(tenantDb, cipher)
  const load = createProfileLoader({ findProfile, inspectLayers: (layers) => workers.run('inspectLayers', layers) })
  const profile = await load(uid, ['draft', 'published'])
  if (!profile || !isVisible(caller, profile)) return null
  return {
    uid,
    document: documentOf(profile),
    inspections: inspectionsOf(layersOf(profile, mainStage(profile))),
    context: profile.scope === 'project' ? 'project' : 'tenant',
    seesTrueValues: mayOn(caller, profile, 'clusterProfile.update'),
  }
}

function textLength({ document }: Pick<ExportToRender, 'document'>): number {
  const lengths = document.packs.map(({ values = '', manifests }) =>
    manifests.reduce((sum, { content }) => sum + content.length, values.length),
  )
  return lengths.reduce((sum, length) => sum + length, 0)
}
