import { call } from './call.mjs'
import { bytesOf, packOfCase } from './vectors.mjs'

const UNIVERSE = { name: 'hello-universe', version: '1.2.0' }

/**
 * Each text becomes the values of a layer whose pack declares the place as secret; the export must not contain the
 * secret in any spelling.
 */
export async function attackMasks(server, cases, all) {
  const tally = createTally()
  for (const each of cases) {
    const text = bytesOf(all, each.file).toString()
    const pack = { name: packOfCase(each), version: '1.0.0' }
    const answer = await maskedAs(server, {
      pack,
      text,
      id: each.id,
      hidden: each.mustNotContain,
      isKept: each.expect?.bytesEqual === true,
    })
    tally.add(each.id, answer)
  }
  return tally.counted
}

export async function attackTexts(server, cases) {
  const tally = createTally()
  for (const [index, { id, text, secret }] of cases.entries()) {
    const hidden = [secret, Buffer.from(secret).toString('base64'), JSON.stringify(secret).slice(1, -1)]
    tally.add(id, await maskedAs(server, { pack: UNIVERSE, text, id: `text-${index}`, hidden, isKept: false }))
  }
  return tally.counted
}

const REFUSED = 'refused'

function createTally() {
  const counted = { failures: [], refused: 0 }
  return {
    counted,
    add(id, answer) {
      if (answer === REFUSED) counted.refused += 1
      else if (answer) counted.failures.push({ id, why: answer })
    },
  }
}

/**
 * @returns what is wrong; REFUSED if nothing was exported, which proves nothing about masks; undefined if the mask held
 */
async function maskedAs(server, { pack, text, id, hidden, isKept }) {
  const made = await call(server, 'POST /v1/clusterprofiles/import', fileOf({ pack, text, id }))
  if (made.status === 422 || made.status === 400) return isKept ? `refused: ${made.text.slice(0, 160)}` : REFUSED
  if (made.status !== 201) return `the import answered ${made.status}: ${made.text.slice(0, 160)}`
  const exported = await call(server, `GET /v1/clusterprofiles/${JSON.parse(made.text).uid}/export`)
  if (exported.status >= 500) return `the export answered ${exported.status}`
  if (exported.status !== 200) return REFUSED
  if (hidden.some((part) => exported.text.includes(part))) return 'the export holds the secret'
  const values = JSON.parse(exported.text).spec.template.packs[0].values
  return isKept && values !== text ? 'the export changed what holds no secret' : undefined
}

const fileOf = ({ pack, text, id }) => ({
  metadata: { name: `attack-${id}`.slice(0, 60).toLowerCase(), labels: {} },
  spec: {
    version: '1.0.0',
    template: {
      type: 'add-on',
      cloudType: 'all',
      packs: [
        {
          ...pack,
          tag: pack.version,
          type: 'spectro',
          layer: 'addon',
          values: text,
          manifests: [],
          registry: { metadata: { name: 'Public Repo', kind: 'pack' } },
        },
      ],
    },
    variables: [],
  },
})
