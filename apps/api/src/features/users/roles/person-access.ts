import type { PersonAccessBody } from '@waybill/api-contract'
import { allowedBy, type Permission } from '../../../platform/access/roles/roles.ts'
import type { UserRole } from '../user-presenter.ts'

type Place = PersonAccessBody['places'][number]

/** What a user's roles allow where, and which role does: tenant roles apply in every project too. */
export function toPersonAccess(held: readonly UserRole[]): PersonAccessBody {
  const inTenant = held.some(({ projectUid }) => projectUid === null)
  const projects = new Map(
    held.flatMap(({ projectUid, projectName }) => (projectUid === null ? [] : [[projectUid, projectName ?? '']])),
  )
  return {
    held: held.map(toHeld),
    places: [
      ...(inTenant ? [toPlace(held, null)] : []),
      ...[...projects].map(([uid, name]) => toPlace(held, { uid, name })),
    ],
  }
}

const toHeld = ({ role: { uid, name, isBuiltIn }, ...where }: UserRole): PersonAccessBody['held'][number] => ({
  role: { uid, name, isBuiltIn },
  project: where.projectUid === null ? null : { uid: where.projectUid, name: where.projectName ?? '' },
  team: where.teamUid === null ? null : { uid: where.teamUid, name: where.teamName ?? '' },
})

function toPlace(held: readonly UserRole[], project: Place['project']): Place {
  const reasons = held.flatMap((one, index) => permissionsAt(one, project).map((permission) => ({ permission, index })))
  const allowed = [...Map.groupBy(reasons, ({ permission }) => permission)]
    .map(([permission, by]) => ({ permission, by: by.map(({ index }) => index) }))
    .toSorted((left, right) => left.permission.localeCompare(right.permission, 'en'))
  return { project, allowed }
}

function permissionsAt({ role, projectUid }: UserRole, project: Place['project']): readonly Permission[] {
  if (projectUid === null) return allowedBy(role, 'tenant')
  return projectUid === project?.uid ? allowedBy(role, 'project') : []
}
