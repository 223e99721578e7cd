/** What other features may use of registries. */
export { createCatalogueFacts, type WantedPack } from './catalogue/catalogue-facts-repository.ts'
