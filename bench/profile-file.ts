import { createHash } from 'node:crypto'

/** Characters of one layer's values: 1,000 layers make 1.3 MB. */
const TEXT_LENGTH = 1_250

export const packName = (index: number) => `bench-pack-${index}`

/** Part of every word until a file gets texts of its own. */
const MARK = '~~~~~~'

const word = (seed: string) => createHash('sha256').update(seed).digest('hex').slice(0, 6) + MARK

/** Helm-like values, all different; one in twenty holds a password, one in ten a reference. */
function valuesOf(index: number): string {
  let text = `# values of layer ${index}\npack:\n  namespace: "bench-${index}"\ncharts:\n  ${packName(index)}:\n`
  if (index % 20 === 0) text += `    auth:\n      username: admin\n      password: "${word(`password ${index}`)}"\n`
  if (index % 10 === 0) text += `    cluster: "{{ .spectro.system.cluster.name }}"\n`
  for (let line = 0; text.length < TEXT_LENGTH; line++) {
    text += `    setting${line}:   ${word(`${index} ${line}`)}   # why ${line}\n`
  }
  return text
}

/** The body that creates, or replaces, an add-on profile of this many layers. */
export function createProfileInput({
  layers,
  name,
  registryUid,
}: {
  layers: number
  name: string
  registryUid: string
}) {
  const packs = Array.from({ length: layers }, (_, index) => ({
    name: packName(index),
    type: 'spectro',
    layer: 'addon',
    tag: '1.0.0',
    registryUid,
    values: valuesOf(index),
  }))
  const template = { type: 'add-on', cloudType: 'all', packs }
  return ownTexts(JSON.stringify({ metadata: { name }, spec: { version: '1.0.0', template } }))
}

/** The same body with another text in one layer only. */
export const withOtherLayer = (input: string, word: number) =>
  input.replace('# values of layer 3', `# values of layer 3, and ${word}`)

let made = 0

/** Makes every text different from other files', so that the server's caches are of no use. */
const ownTexts = (file: string) => file.replaceAll(MARK, (++made).toString(36).padStart(MARK.length, '0'))

/** `count` add-on profiles of `layers` layers, as Palette writes them, with no name or text in common. */
export function freshFiles(layers: number, count: number): string[] {
  const file = profileFile(layers, { name: `bench ${layers} ${MARK}` })
  return Array.from({ length: count }, () => ownTexts(file))
}

/** An add-on profile of this many layers. */
export function profileFile(layers: number, { name }: { name: string }): string {
  return JSON.stringify({
    metadata: { name, description: 'Measured', labels: { team: 'bench' } },
    spec: {
      version: '1.0.0',
      template: {
        type: 'add-on',
        cloudType: 'all',
        packs: Array.from({ length: layers }, (_, index) => ({
          name: packName(index),
          type: 'spectro',
          layer: 'addon',
          version: '1.0.0',
          tag: '1.0.0',
          values: valuesOf(index),
          registry: { metadata: { uid: '', name: 'Public Repo', kind: 'pack', isPrivate: false } },
        })),
      },
      variables: [],
    },
  })
}
