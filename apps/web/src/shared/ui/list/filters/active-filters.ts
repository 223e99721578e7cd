/** `State: Draft, Invalid` for the search and every active filter. */
export function activeFilters<Filter extends string>(
  query: { search: string } & Readonly<Record<NoInfer<Filter>, readonly string[]>>,
  labels: Readonly<Record<Filter, string>>,
  nameOf: (filter: Filter, value: string) => string,
): string {
  const search = query.search === '' ? [] : [`Search: “${query.search}”`]
  const filters = Object.keys(labels) as Filter[]
  return [
    ...search,
    ...filters
      .filter((name) => query[name].length > 0)
      .map((name) => `${labels[name]}: ${query[name].map((value) => nameOf(name, value)).join(', ')}`),
  ].join(' · ')
}
