/** The demo's content: two environments that together show every branch of the wizard. */
export interface DemoProfile {
  /** File name in profiles/, without its extension. */
  file: string
  /** Absent: the tenant itself. */
  project?: string
  isDraft?: boolean
  /** Replacements for texts that differ in this environment. */
  replace?: Readonly<Record<string, string>>
}

export interface DemoRegistry {
  name: string
  kind: 'pack' | 'oci' | 'helm'
  providerType: '' | 'pack' | 'helm'
  isPrivate: boolean
  /** Whether the registry holds the pack in this folder. */
  holds: (folder: string) => boolean
}

export interface DemoMacro {
  name: string
  value: string
  project?: string
}

export interface DemoTenant {
  name: string
  colour: string
  projects: readonly string[]
  registries: readonly DemoRegistry[]
  macros: readonly DemoMacro[]
  profiles: readonly DemoProfile[]
}

const COMMUNITY = /^(hello-universe|prometheus-operator|cert-manager|nginx|argo-cd)-/
const CHARTS = /^postgresql-/
/** Packs that Dev has in two registries, so that one must be chosen. */
const MIRRORED = /^(ubuntu-aws|kubernetes|cni-calico)-\d/
/** Packs that Dev does not have yet. */
const MISSING_IN_DEV = /^(csi-aws-ebs-1\.57|argo-cd-8|prometheus-operator-70)/

const isCore = (folder: string) => !COMMUNITY.test(folder) && !CHARTS.test(folder)
const inDev = (folder: string) => !MISSING_IN_DEV.test(folder)

const publicRepo = { name: 'Public Repo', kind: 'pack', providerType: '', isPrivate: false } as const
const community = { name: 'Palette Community Registry', kind: 'oci', providerType: 'pack', isPrivate: true } as const
const mirror = { name: 'Palette Registry', kind: 'oci', providerType: 'pack', isPrivate: true } as const
const charts = { name: 'Bitnami', kind: 'helm', providerType: '', isPrivate: false } as const

const DEFAULT = 'Default'
const PAYMENTS = 'Payments'

export const DEMO: readonly DemoTenant[] = [
  {
    name: 'Stage',
    colour: 'orange',
    projects: [DEFAULT, PAYMENTS],
    registries: [
      { ...publicRepo, holds: isCore },
      { ...community, holds: (folder) => COMMUNITY.test(folder) },
      { ...charts, holds: (folder) => CHARTS.test(folder) },
    ],
    macros: [
      { name: 'region', value: 'eu-central-1' },
      { name: 'domain', value: 'stage.example' },
      { name: 'site', value: 'berlin' },
      { name: 'region', value: 'eu-west-1', project: DEFAULT },
      { name: 'cost-centre', value: '4711', project: PAYMENTS },
    ],
    profiles: [
      { file: 'edge-base-1.0.0' },
      { file: 'edge-base-1.1.0' },
      { file: 'edge-base-1.2.0', isDraft: true },
      { file: 'aws-production-1.0.0' },
      { file: 'aws-production-1.1.0' },
      { file: 'vsphere-core-2.0.0' },
      { file: 'tenant-defaults-1.0.0' },
      { file: 'azure-web-1.0.0', project: DEFAULT },
      { file: 'observability-1.0.0', project: DEFAULT },
      { file: 'observability-1.1.0', project: DEFAULT },
      { file: 'ingress-and-certificates-1.0.0', project: DEFAULT },
      { file: 'gitops-1.0.0', project: DEFAULT },
      { file: 'hello-twins-1.0.0', project: DEFAULT, isDraft: true },
      { file: 'payments-database-1.0.0', project: PAYMENTS },
    ],
  },
  {
    name: 'Dev',
    colour: 'teal',
    projects: [DEFAULT, 'Sandbox'],
    registries: [
      { ...publicRepo, holds: (folder) => isCore(folder) && inDev(folder) },
      { ...mirror, holds: (folder) => MIRRORED.test(folder) },
      { ...community, holds: (folder) => COMMUNITY.test(folder) && inDev(folder) },
      { ...charts, holds: (folder) => CHARTS.test(folder) },
    ],
    macros: [
      { name: 'region', value: 'eu-central-1' },
      { name: 'site', value: 'lab', project: DEFAULT },
    ],
    profiles: [
      { file: 'observability-1.0.0', project: DEFAULT, replace: { '{{ .spectro.macro.domain }}': 'dev.example' } },
      { file: 'ingress-and-certificates-1.0.0' },
    ],
  },
]
