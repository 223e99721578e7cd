/** A deliberate deviation from Palette's specification: the places it concerns and why. */
export interface Deviation {
  /** Ends of places as the comparison names them, such as `.metadata.uid: not taken`. */
  places: readonly string[]
  reason: string
}

export const BODY_DEVIATIONS: readonly Deviation[] = [
  {
    places: ['v1AuditsUidMsgUpdate.userMsg: required here'],
    reason: 'A note without words says nothing, and none can be taken back.',
  },
  {
    places: [
      'creationTimestamp',
      'deletionTimestamp',
      'lastModifiedTimestamp',
      'uid',
      'apiVersion',
      'kind',
      'status',
    ].map((name) => `.${name}: not taken`),
    reason: 'Accepted, but ignored: clients send back what answers carry, Go zero timestamps with every object.',
  },
  {
    places: [
      'metadata',
      'spec',
      'template',
      'name',
      'content',
      'emailId',
      'password',
      'pack',
      'isActive',
      'field',
      'userId',
      'teamId',
      'projectUid',
      'domains',
    ].map((name) => `.${name}: required here`),
    reason: 'The specification requires nothing; without it there is nothing to make.',
  },
  {
    places: ['podIdentity', 'policyARNs', 'secretSpec', 'secretToken'].map((name) => `.credentials.${name}: not taken`),
    reason: 'Accepted, but ignored: ECR is asked with access key and secret key.',
  },
]

/** Fields that accept only some of the values that the specification allows; each has a test beside its route. */
export const VALUE_DEVIATIONS: readonly Deviation[] = [
  {
    places: ['v1PacksSearch.filter.isFips: true'],
    reason: 'Refused with `NotSupported`: no pack says whether it is. `false` filters nothing.',
  },
]

export const QUERY_DEVIATIONS: readonly Deviation[] = [
  { places: ['setCookie'], reason: 'Sign-in by cookie is the console’s own; tokens are answered in the body.' },
  { places: ['resourceType', 'includePackMeta'], reason: 'Accepted, but ignored where nothing here depends on them.' },
  { places: ['Create scope'], reason: 'Registries belong to the tenant.' },
  { places: ['clusterUid'], reason: 'There are no clusters here.' },
]

/** The places that no deviation covers, and the deviations that cover nothing. */
export function unexplained(places: readonly string[], deviations: readonly Deviation[]) {
  const ends = deviations.flatMap((deviation) => deviation.places)
  return {
    places: places.filter((place) => !ends.some((end) => place.endsWith(end))),
    stale: ends.filter((end) => !places.some((place) => place.endsWith(end))),
  }
}
