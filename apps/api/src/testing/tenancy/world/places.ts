/**
 * The kinds of things that uids and names in requests refer to. `nothing` is what Waybill does not have, such as a role
 * at a cloud.
 */
export type Kind =
  | 'tenant'
  | 'project'
  | 'profile'
  | 'layer'
  | 'manifest'
  | 'user'
  | 'userEmail'
  | 'apiKey'
  | 'session'
  | 'audit'
  | 'filter'
  | 'secretRule'
  | 'role'
  | 'team'
  | 'member'
  | 'packRegistry'
  | 'helmRegistry'
  | 'basicRegistry'
  | 'ecrRegistry'
  | 'registryName'
  | 'pack'
  | 'packName'
  | 'sparePack'
  | 'nothing'

/** One thing of each kind, by how requests name it. */
export type Things = Readonly<Record<Kind, string>>

/** Texts in things of a place begin like this, so that a response which contains one gives itself away. */
export const canaryOf = (place: string, what: string): string => `canary-${place}-${what}`
