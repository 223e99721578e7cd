import { call } from './call.mjs'

const FORMS = [
  ['/v1/registries/helm', 'helm'],
  ['/v1/registries/pack', 'pack'],
]

/** No registry may be created or tested at these addresses. */
export async function attackAddresses(server, urls) {
  const failures = []
  for (const [index, endpoint] of urls.entries()) {
    const why = await wrongWith(server, endpoint, index)
    if (why) failures.push({ id: endpoint, why })
  }
  return { failures }
}

async function wrongWith(server, endpoint, index) {
  for (const [path, kind] of FORMS) {
    const spec = { endpoint, auth: { type: 'noAuth' } }
    const made = await call(server, `POST ${path}`, { metadata: { name: `attack-${kind}-${index}` }, spec })
    const tested = await call(server, `POST ${path}/validate`, { spec })
    for (const { status } of [made, tested])
      if (status !== 400 && status !== 422) return `a ${kind} registry there was answered with ${status}`
  }
  return undefined
}
