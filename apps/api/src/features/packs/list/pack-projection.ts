/** Which fields of an item are wanted: `spec.version`, or `spec` for all of its fields. */
export interface Projection {
  has: (part: 'metadata' | 'spec', field: string) => boolean
  /** Whether any long text is wanted. */
  hasTexts: boolean
}

const TEXT_FIELDS = ['values', 'schema', 'presets']

/** All fields if none are named; unknown names are ignored. */
export function readFields(fields: string | undefined): Projection {
  const wanted = new Set((fields ?? '').split(',').map((field) => field.trim()))
  wanted.delete('')
  const has = (part: string, field: string) => wanted.size === 0 || wanted.has(part) || wanted.has(`${part}.${field}`)
  return { has, hasTexts: TEXT_FIELDS.some((field) => has('spec', field)) }
}

/** Removes unwanted fields from one part of an item. */
export const project = <Part extends object, Kept extends keyof Part>(
  part: Part,
  keeps: (field: string) => boolean,
  always: readonly Kept[] = [],
) => {
  const entries = Object.entries(part).filter(([field]) => keeps(field) || always.some((key) => key === field))
  // Object.entries loses the type; fields were only removed.
  return Object.fromEntries(entries) as Partial<Part> & Pick<Part, Kept>
}
