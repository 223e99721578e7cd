import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const file = fileURLToPath(import.meta.resolve('@waybill/api-client/operation-addresses'))

/** Bundles only the methods and paths of the API's operations, without their schemas. */
export const operationAddresses = (): Plugin => ({
  name: 'operation-addresses',
  async load(id) {
    if (id !== file) return undefined
    const { addresses } = (await import(file)) as { addresses: object }
    return `export const addresses = ${JSON.stringify(addresses)}`
  },
})
