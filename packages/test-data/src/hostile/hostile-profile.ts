/** What a file says of a layer; the pack is in the catalogue of who tests with it. */
const pack = (more: object = {}) => ({
  name: 'hello-universe',
  type: 'spectro',
  layer: 'addon',
  version: '1.2.0',
  tag: '1.2.0',
  values: 'replicas: 1\n',
  registry: { metadata: { uid: '', name: 'Public Repo', kind: 'pack', isPrivate: false } },
  ...more,
})

interface Profile {
  description?: string
  version?: unknown
  packs?: readonly object[]
  variables?: readonly object[]
}

let count = 0

/** The text of a profile that is fine but for what is said. Without a name it gets one of its own. */
export function profile(more: Profile & { name?: unknown } = {}): string {
  count += 1
  const { name = `own-${count}`, description = 'A page', version = '1.0.0', packs = [pack()], variables = [] } = more
  return JSON.stringify({
    metadata: { name, description, labels: { team: 'web' } },
    spec: { version, template: { type: 'add-on', cloudType: 'all', packs }, variables },
  })
}

export const withPack = (more: object): string => profile({ packs: [pack(more)] })
export const withPacks = (...packs: readonly object[]): string => profile({ packs: packs.map(pack) })
export const withValues = (values: string): string => withPack({ values })
export const withManifest = (content: string): string => withPack({ manifests: [{ name: 'm', content }] })
export const withVariable = (variable: object): string =>
  withVariableUsed({ name: 'v', format: 'string', ...variable }, '{{.spectro.var.v}}')

/** With another text in the place of its one label. */
export const withLabel = (raw: string): string => profile().replace('"team":"web"', raw)

const withVariableUsed = (variable: object, use: string) =>
  profile({ packs: [pack({ values: `v: "${use}"\n` })], variables: [variable] })
