import { PALETTE_OPERATIONS } from './palette-operations.ts'

/** Ignores the names of parameters: Palette's `{tenantUid}` may be named otherwise here. */
export const shapeOf = (method: string, path: string): string =>
  `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`

const paletteIds = new Map(
  PALETTE_OPERATIONS.map(({ method, path, operationId }) => [shapeOf(method, path), operationId]),
)

const VERBS: Readonly<Record<string, string>> = {
  get: 'Get',
  post: 'Post',
  put: 'Put',
  patch: 'Patch',
  delete: 'Delete',
}

/** Palette's operation id if it has the operation, else one built in the same way: path, then verb. */
export function operationIdOf(method: string, path: string): string {
  return paletteIds.get(shapeOf(method, path)) ?? ownId(method, path)
}

function ownId(method: string, path: string): string {
  const [version = '', ...words] = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  return `${version}${words.map(capitalised).join('')}${VERBS[method.toLowerCase()] ?? ''}`
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
