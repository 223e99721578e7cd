/** What other features may use of registries. */
export {
  catalogueAsJson,
  findCatalogue,
  findKnownVersions,
  listRegistries,
  readCatalogue,
  type CatalogueFacts,
  type CatalogueQuestion,
  type WantedPack,
  type WrittenCatalogue,
} from './catalogue/catalogue-facts-repository.ts'
