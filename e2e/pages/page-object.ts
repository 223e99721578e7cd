import type { Page } from '@playwright/test'

/** A page, or a part of one: subclasses find their elements from `this.page`. */
export abstract class PageObject {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }
}
