// Our own implementation, because rfc6902 and fast-json-patch, the two libraries for this, have let patches modify
// prototypes (chbrown/rfc6902 76 and 95, CVE-2021-4279); all it takes is to touch own keys only.
export interface PatchStep {
  op: 'add' | 'remove' | 'replace' | 'move' | 'copy'
  path: string
  from?: string | null | undefined
  value?: unknown
}

/** A step that cannot be applied. */
export class PatchFault extends Error {
  readonly path: string

  constructor(path: string) {
    super('a step of the patch cannot be taken')
    this.path = path
  }
}

type Container = Record<string, unknown> | unknown[]

/** Applies a JSON Patch (RFC 6902) to a copy of a document. @throws PatchFault */
export function applyPatch(document: object, steps: readonly PatchStep[]): unknown {
  const copy: unknown = structuredClone(document)
  for (const step of steps) takeStep(copy, step)
  return copy
}

function takeStep(document: unknown, { op, path, from, value }: PatchStep): void {
  switch (op) {
    case 'add':
      return put(document, path, value)
    case 'replace':
      take(document, path)
      return put(document, path, value)
    case 'remove':
      take(document, path)
      return
    case 'move':
      // A value cannot be moved into itself.
      if (from && path.startsWith(`${from}/`)) throw new PatchFault(path)
      return put(document, path, take(document, from ?? ''))
    case 'copy':
      return put(document, path, structuredClone(valueAt(document, from ?? '')))
  }
}

function keysOf(path: string): string[] {
  const [first, ...keys] = path.split('/')
  if (first !== '' || keys.length === 0) throw new PatchFault(path)
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Own keys only: no patch reaches a prototype. */
function containerAt(document: unknown, path: string): { container: Container; key: string } {
  const keys = keysOf(path)
  let place = document
  for (const key of keys.slice(0, -1)) {
    if (!isContainer(place) || !Object.hasOwn(place, key)) throw new PatchFault(path)
    place = Reflect.get(place, key)
  }
  const key = keys.at(-1) ?? ''
  if (!isContainer(place) || key === '__proto__') throw new PatchFault(path)
  return { container: place, key }
}

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null

function valueAt(document: unknown, path: string): unknown {
  const { container, key } = containerAt(document, path)
  if (!Object.hasOwn(container, key) || (Array.isArray(container) && !isIndex(key))) throw new PatchFault(path)
  return Reflect.get(container, key)
}

function take(document: unknown, path: string): unknown {
  const value = valueAt(document, path)
  const { container, key } = containerAt(document, path)
  if (Array.isArray(container)) container.splice(Number(key), 1)
  else Reflect.deleteProperty(container, key)
  return value
}

function put(document: unknown, path: string, value: unknown): void {
  const { container, key } = containerAt(document, path)
  if (!Array.isArray(container)) container[key] = value
  else if (key === '-') container.push(value)
  else if (isIndex(key) && Number(key) <= container.length) container.splice(Number(key), 0, value)
  else throw new PatchFault(path)
}

const isIndex = (key: string) => /^(0|[1-9]\d{0,5})$/.test(key)
