import { AppError } from '../errors/app-error.ts'

/** One condition of `filters`: the field is, or contains, one of the values. */
export interface FilterTerm<Field extends string> {
  field: Field
  values: readonly string[]
}

/** True if all terms of any group are. Empty filters nothing. */
export type Filter<Field extends string> = readonly (readonly FilterTerm<Field>[])[]

export interface OrderTerm<Field extends string> {
  field: Field
  isDescending: boolean
}

const MAXIMUM_TERMS = 100
const HEAD = /([A-Za-z]+(?:\.[A-Za-z]+)+)(=|_in_)/y
/** AND or OR joins terms only if the beginning of a term follows: names may contain both words. */
const JOINER = /(AND|OR)(?=\s*(?:metadata|spec|status)(?:\.[A-Za-z]+)+(?:=|_in_))/g

/**
 * Parses the list operations' `filters`: `field=value` joined by AND and OR, AND binding tighter; `field_in_a,b` for
 * one of several values.
 * @throws AppError BadRequest with the position, counted from 1, of a syntax error or an unknown field
 */
export function parseFilters<Field extends string>(text: string, fields: readonly Field[]): Filter<Field> {
  if (text.trim() === '') return []
  const groups: FilterTerm<Field>[][] = [[]]
  let at = 0
  for (let terms = 1; ; terms += 1) {
    const { term, joiner, end } = readTerm(text, at, fields)
    if (terms > MAXIMUM_TERMS) throw malformed('filters', at)
    groups.at(-1)?.push(term)
    if (joiner === undefined) return groups
    if (joiner === 'OR') groups.push([])
    at = end
  }
}

interface ReadTerm<Field extends string> {
  term: FilterTerm<Field>
  joiner: string | undefined
  end: number
}

function readTerm<Field extends string>(text: string, from: number, fields: readonly Field[]): ReadTerm<Field> {
  const at = from + (text.slice(from).length - text.slice(from).trimStart().length)
  HEAD.lastIndex = at
  const [head, name, operator] = HEAD.exec(text) ?? []
  const field = fields.find((known) => known === name)
  if (head === undefined || field === undefined) throw malformed('filters', at)
  const valueAt = at + head.length
  JOINER.lastIndex = valueAt
  const joined = JOINER.exec(text)
  const value = text.slice(valueAt, joined?.index).trim()
  const values = operator === '=' ? [value] : value.split(',').map((each) => each.trim())
  if (values.includes('')) throw malformed('filters', valueAt)
  return { term: { field, values }, joiner: joined?.[1], end: JOINER.lastIndex }
}

/**
 * Parses `orderBy`: `field=1` or `field=-1` (descending), separated by commas.
 * @throws AppError BadRequest with the position, counted from 1
 */
export function parseOrder<Field extends string>(text: string, fields: readonly Field[]): OrderTerm<Field>[] {
  if (text.trim() === '') return []
  let at = 0
  return text.split(',').map((part) => {
    const [name, direction] = part.trim().split('=')
    const field = fields.find((known) => known === name)
    if (field === undefined || (direction !== '1' && direction !== '-1')) throw malformed('orderBy', at)
    at += part.length + 1
    return { field, isDescending: direction === '-1' }
  })
}

/** Reads the `sort` of a body. @throws AppError InvalidRequest for any other field */
export function readSort<Field extends string>(
  sort: readonly { field: string; order?: string | null | undefined }[],
  fields: readonly Field[],
): OrderTerm<Field>[] {
  return sort.map(({ field: name, order }) => {
    const field = fields.find((known) => known === name)
    if (!field) throw new AppError('InvalidRequest', { params: { field: 'sort.field' } })
    return { field, isDescending: order === 'desc' }
  })
}

const malformed = (parameter: string, at: number) =>
  new AppError('BadRequest', { params: { parameter, character: at + 1 } })
