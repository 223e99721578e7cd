/** A person or a team, with the names of the roles that they hold themselves. */
export interface RoleHolder {
  uid: string
  name: string
  tenantRoles: readonly string[]
  projects: readonly { uid: string; name: string; roles: readonly string[] }[]
}

/** The tenant, or one of its projects. */
export type RolePlace = { kind: 'tenant' } | { kind: 'project'; uid: string; name: string }

export const rolesHeldIn = ({ tenantRoles, projects }: RoleHolder, place: RolePlace): readonly string[] =>
  place.kind === 'tenant' ? tenantRoles : (projects.find(({ uid }) => uid === place.uid)?.roles ?? [])
