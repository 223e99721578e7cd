import { operations } from '@waybill/api-contract/operations'
import { listMeta, readPage } from '../../../platform/lists/paging.ts'
import { route } from '../../../platform/http/route.ts'
import { toHelmRegistry, toHelmSummary, toOciSummary, toPackRegistry, toPackSummary } from '../registry-presenter.ts'
import { createRegistryRepository, type StoredRegistry } from '../registry-repository.ts'
import type { RegistryRoutes } from '../registry-route-options.ts'

type ListMeta = ReturnType<typeof listMeta>

/** Each list has its own response type, so that its schema is enforced. */
const listOf =
  <Item>(present: (registry: StoredRegistry) => Item) =>
  (registries: readonly StoredRegistry[], listmeta: ListMeta) => ({ items: registries.map(present), listmeta })

const { registryLists } = operations

const LISTS = [
  { list: registryLists.pack, kind: 'pack', present: listOf(toPackRegistry) },
  { list: registryLists.packSummary, kind: 'pack', present: listOf(toPackSummary) },
  { list: registryLists.helm, kind: 'helm', present: listOf(toHelmRegistry) },
  { list: registryLists.helmSummary, kind: 'helm', present: listOf(toHelmSummary) },
] as const

export const registryListRoutes: RegistryRoutes = async (app, { tools }) => {
  for (const { list, kind, present } of LISTS) {
    route(app, list, async ({ tenantDb, query: { scope, filters, orderBy, ...paging } }) => {
      const page = readPage(paging)
      const question = { kind, scope, filters, orderBy }
      const { items, count } = await createRegistryRepository(tenantDb, tools.cipher).list(question, page)
      return present(items, listMeta(page, count))
    })
  }

  route(app, registryLists.ociSummary, async ({ tenantDb }) => {
    const { items } = await createRegistryRepository(tenantDb, tools.cipher).list({ kind: 'oci' })
    return { items: items.map(toOciSummary) }
  })
}
