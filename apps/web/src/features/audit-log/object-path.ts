import type { AuditEventBody } from '@waybill/api-contract'
import { paths, projectPath, TENANT_PATH } from '../../shared/navigation/paths.ts'

/** The page of the event's object; undefined if it has no page or no longer exists. */
export function objectPath({ action, object: { kind, uid }, project }: AuditEventBody): string | undefined {
  if (action === 'delete' || uid === '') return undefined
  const scope = project ? projectPath(project.uid) : TENANT_PATH
  switch (kind) {
    case 'clusterprofile':
      return paths.profile(scope, uid)
    case 'macro':
      return paths.macros(scope)
    case 'project':
      return paths.profiles(projectPath(uid))
    case 'registry':
      return paths.editRegistry(uid)
    case 'tenant':
      return paths.tenantSettings
    case 'user':
      return paths.person(uid)
    default:
      return undefined
  }
}
