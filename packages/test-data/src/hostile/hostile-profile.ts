/** A layer of a file; the tests have its pack in their catalogue. */
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

/** The text of a profile that is valid except for the given parts. Without a name it gets a unique one. */
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

/** The text of a profile with another text in place of its only label. */
export const withLabel = (raw: string): string => profile().replace('"team":"web"', raw)

const withVariableUsed = (variable: object, use: string) =>
  profile({ packs: [pack({ values: `v: "${use}"\n` })], variables: [variable] })
