/** What uids and names in requests can be of. `nothing` is what Waybill keeps no thing of, such as a role at a cloud. */
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

/** One thing of each kind, by what requests call it. */
export type Things = Readonly<Record<Kind, string>>

/** Texts that things of a place hold begin like this, so that an answer that holds them gives itself away. */
export const canaryOf = (place: string, what: string): string => `canary-${place}-${what}`
