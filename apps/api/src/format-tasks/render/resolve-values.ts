import { resolveReferences, type ReferenceContext } from '@waybill/profile-format'

export interface ValuesToResolve {
  texts: ReadonlyMap<string, string>
  context: ReferenceContext
}

/** Each text with its references resolved, under the same name. */
export function resolveValues({ texts, context }: ValuesToResolve): Map<string, string> {
  const resolved = resolveReferences([...texts.values()], context)
  return new Map([...texts.keys()].map((name, index) => [name, resolved[index] ?? '']))
}
