import type { Page } from '@playwright/test'

/** What stands on a page: the fields of those that extend it are found from `this.page`. */
export abstract class PageObject {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }
}
