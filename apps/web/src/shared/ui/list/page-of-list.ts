/** The server gives no more than 50 a page. */
export const PAGE_SIZES = [10, 20, 50] as const
type PageSize = (typeof PAGE_SIZES)[number]

/** Which part of a list is shown. */
export interface PageOfList {
  /** Counts from 1. */
  page: number
  perPage: PageSize
}

const USUAL: PageOfList = { page: 1, perPage: 20 }

/** Reads the address; what is unknown there counts as not said. */
export function readPageOfList(params: URLSearchParams): PageOfList {
  const page = Number(params.get('page'))
  return {
    page: Number.isInteger(page) && page > 0 ? page : USUAL.page,
    perPage: PAGE_SIZES.find((size) => String(size) === params.get('perPage')) ?? USUAL.perPage,
  }
}

/** Into the address; what is as usual is left out. */
export function writePageOfList({ page, perPage }: PageOfList, params: URLSearchParams): void {
  if (page !== USUAL.page) params.set('page', String(page))
  if (perPage !== USUAL.perPage) params.set('perPage', String(perPage))
}

export const limitsOf = ({ page, perPage }: PageOfList) => ({ limit: perPage, offset: (page - 1) * perPage })
