import { operations } from '@waybill/api-contract/operations'

type Groups = typeof operations

/**
 * Method and path of every operation, under the names of its declaration: `GET /v1/projects/{uid}`. The console's build
 * replaces this module with its result (`apps/web/operation-addresses.ts`), so that no schema reaches the browser.
 */
export const addresses = mapValues(operations, (group) =>
  mapValues(group, ({ method, path }: { method: string; path: string }) => `${method} ${path}`),
) as { readonly [Group in keyof Groups]: { readonly [Name in keyof Groups[Group]]: string } }

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
}
