/** A layer to update; without a version, to the newest that fits. */
export interface Taken {
  layer: string
  version: string
}

/** `?take=relay@1.4.0&take=proxy@&layer=proxy`: the layers to update, and the one that is shown. */
export function readUpdates(params: URLSearchParams): { taken: Taken[]; layer: string | null } {
  const taken = params.getAll('take').map((value) => {
    const at = value.lastIndexOf('@')
    return at < 0 ? { layer: value, version: '' } : { layer: value.slice(0, at), version: value.slice(at + 1) }
  })
  return { taken, layer: params.get('layer') }
}

export function writeUpdates({ taken, layer }: { taken: readonly Taken[]; layer: string }): URLSearchParams {
  const params = new URLSearchParams(taken.map((each) => ['take', `${each.layer}@${each.version}`]))
  params.set('layer', layer)
  return params
}

/** Adds a layer, or replaces its version. */
export const withTaken = (taken: readonly Taken[], one: Taken): Taken[] =>
  taken.some(({ layer }) => layer === one.layer)
    ? taken.map((each) => (each.layer === one.layer ? one : each))
    : [...taken, one]
