/** Files written for the flows, with packs that the demo's tenant Dev has. */
export interface DocumentParts {
  name: string
  version?: string
  description?: string
  packs?: readonly object[]
}

export const communityRegistry = {
  name: 'Palette Community Registry',
  kind: 'oci',
  isPrivate: true,
  providerType: 'pack',
}
const publicRegistry = { name: 'Public Repo', kind: 'pack', isPrivate: false }

/** A profile as JSON, with one add-on unless other packs are given. */
export function profileText({
  name,
  version = '1.0.0',
  description = '',
  packs = [helloPack()],
}: DocumentParts): string {
  const template = { type: 'add-on', cloudType: 'all', packs }
  return JSON.stringify({ metadata: { name, description, labels: {} }, spec: { version, template, variables: [] } })
}

/** Held by one registry of Dev. */
export function helloPack(lines: readonly string[] = ['port: 8080'], version = '1.3.1'): object {
  // Its schema requires replicas.
  const own = lines.some((line) => line.startsWith('replicas:')) ? lines : [...lines, 'replicas: 2']
  const values = ['manifests:', '  hello-universe:', ...own.map((line) => `    ${line}`), ''].join('\n')
  return addOn('hello-universe', { version, type: 'oci', registry: communityRegistry, values })
}

export interface AddOnParts {
  version: string
  type?: 'oci' | 'spectro'
  registry?: object
  values?: string
}

export function addOn(name: string, parts: AddOnParts): object {
  const { version, type = 'spectro', registry = publicRegistry, values = '' } = parts
  return { name, type, layer: 'addon', version, tag: version, values, registry: { metadata: registry } }
}

/** The defaults of hello-universe 1.2.0 with a changed image and number, which 1.3.1 changes too, and a secret. */
export const oldHelloValues = (secret: string) => `pack:
  content:
    images:
      - image: ghcr.io/spectrocloud/hello-universe:1.2.0
  spectrocloud.com/install-priority: "10"
manifests:
  hello-universe:
    images:
      hellouniverse: mirror.example.org/hello-universe:1.2.0
    apiEnabled: true
    namespace: hello-universe
    port: 8080
    replicas: 3
    dbPassword: "${secret}"
    authToken: ""
`
