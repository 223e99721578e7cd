/** The server returns at most 50 per page. */
export const PAGE_SIZES = [10, 20, 50] as const

/** The part of a list that is shown. */
export interface PageOfList {
  /** Counted from 1. */
  page: number
  perPage: (typeof PAGE_SIZES)[number]
}

export const USUAL_PAGE: PageOfList = { page: 1, perPage: 20 }

export const limitsOf = ({ page, perPage }: PageOfList) => ({ limit: perPage, offset: (page - 1) * perPage })

/** An empty list has one page too. */
export const lastPageOf = ({ perPage }: Pick<PageOfList, 'perPage'>, count: number): number =>
  Math.max(1, Math.ceil(count / perPage))
