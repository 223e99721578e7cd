import { PAGE_SIZES, type PageOfList, USUAL_PAGE } from './page-of-list.ts'

/** One part of a list's query, and how it is written in the address. */
interface AddressPart<Value> {
  /** Whether it narrows the list, so that *Clear all filters* resets it. */
  isFilter: boolean
  /** Reads the values of its parameter; unknown ones are ignored. */
  read: (values: readonly string[]) => Value
  /** Empty for the default. */
  write: (value: Value) => readonly string[]
}

type AddressParts<Query> = { readonly [Name in keyof Query]: AddressPart<Query[Name]> }

/** No listed thing has a longer name. */
const longestName = 253

const usualIsLeftOut =
  <Value>(usual: Value) =>
  (value: Value): readonly string[] =>
    value === usual ? [] : [String(value)]

export const searchPart: AddressPart<string> = {
  isFilter: true,
  read: ([text = '']) => text.slice(0, longestName),
  write: usualIsLeftOut(''),
}

/** One of a few values, or none. */
export const onePart = <Choice extends string>(choices: readonly Choice[]): AddressPart<Choice | null> => ({
  isFilter: true,
  read: ([said]) => choices.find((choice) => choice === said) ?? null,
  write: usualIsLeftOut<Choice | null>(null),
})

/** Any number of a few values. */
export const somePart = <Choice extends string>(choices: readonly Choice[]): AddressPart<readonly Choice[]> => ({
  isFilter: true,
  read: (values) => choices.filter((choice) => values.includes(choice)),
  write: (chosen) => chosen,
})

/** Any values; the server knows which exist. */
export const anyPart: AddressPart<readonly string[]> = { isFilter: true, read: (values) => values, write: (all) => all }

/** The column that the list is sorted by. */
export const sortPart = <const Field extends string>(
  fields: readonly Field[],
  usual: NoInfer<Field>,
): AddressPart<Field> => ({
  isFilter: false,
  read: ([said]) => fields.find((field) => field === said) ?? usual,
  write: usualIsLeftOut(usual),
})

export const orderPart = sortPart(['asc', 'desc'], 'asc')

export const pageParts: AddressParts<PageOfList> = {
  page: {
    isFilter: false,
    read: ([said]) => (Number.isInteger(Number(said)) && Number(said) > 0 ? Number(said) : USUAL_PAGE.page),
    write: usualIsLeftOut(USUAL_PAGE.page),
  },
  perPage: {
    isFilter: false,
    read: ([said]) => PAGE_SIZES.find((size) => String(size) === said) ?? USUAL_PAGE.perPage,
    write: usualIsLeftOut(USUAL_PAGE.perPage),
  },
}

export interface ListAddress<Query> {
  read: (params: URLSearchParams) => Query
  write: (query: Query) => URLSearchParams
  hasFilters: (query: Query) => boolean
  /** Resets all filters. */
  noFilters: Partial<Query>
}

/** A list's query as part of the address, so that it survives a reload and can be shared. */
export function listAddress<Query extends object>(parts: AddressParts<Query>): ListAddress<Query> {
  const names = Object.keys(parts) as (keyof Query & string)[]
  const filters = names.filter((name) => parts[name].isFilter)
  const all = (chosen: typeof names, params: URLSearchParams) =>
    Object.fromEntries(chosen.map((name) => [name, parts[name].read(params.getAll(name))]))
  return {
    read: (params) => all(names, params) as Query,
    write: (query) =>
      new URLSearchParams(names.flatMap((name) => parts[name].write(query[name]).map((value) => [name, value]))),
    hasFilters: (query) => filters.some((name) => parts[name].write(query[name]).length > 0),
    noFilters: all(filters, new URLSearchParams()) as Partial<Query>,
  }
}

/** The query of a list: `QueryOf<typeof teamList>`. */
export type QueryOf<Address> = Address extends ListAddress<infer Query> ? Query : never
