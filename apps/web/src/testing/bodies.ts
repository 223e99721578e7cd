import type { ProfileBody } from '@waybill/api-contract'

type Part = Partial<Omit<ProfileBody, 'spec' | 'status'>> & {
  spec?: Partial<ProfileBody['spec']>
  status?: Partial<ProfileBody['status']>
}

const AT = '2026-08-01T10:00:00Z'

export const metaOf = (name: string, uid = name): ProfileBody['metadata'] => ({
  uid,
  name,
  labels: {},
  annotations: {},
  creationTimestamp: AT,
  lastModifiedTimestamp: AT,
})

/** A profile as the server returns it, with the parts that a test needs. */
export const profileBody = ({ spec, status, ...others }: Part = {}): ProfileBody => ({
  apiVersion: 'v1',
  kind: 'ClusterProfile',
  metadata: { ...metaOf('edge', 'p1'), annotations: { scope: 'project' } },
  ...others,
  spec: { version: '1.0.0', versions: [{ uid: 'p1', version: '1.0.0' }], ...spec },
  status: {
    hasUserMacros: false,
    userMacros: [],
    isPublished: false,
    lastModifiedBy: 'Kim',
    emptyValues: 0,
    inUseClusters: [],
    inUseClusterUids: [],
    inUseClusterTemplates: [],
    ...status,
  },
})
