import type { Locator, Page } from '@playwright/test'

/** Over a page whose session has ended, or is somebody else's now. */
export class SessionDialog {
  readonly ended: Locator
  readonly password: Locator
  readonly submit: Locator
  readonly again: Locator
  readonly other: Locator

  constructor(page: Page) {
    this.ended = page.getByRole('dialog', { name: 'Sign in again to go on' })
    this.password = this.ended.getByLabel('Password')
    this.submit = this.ended.getByRole('button', { name: 'Sign in' })
    this.again = page.getByRole('button', { name: 'Sign in again' })
    this.other = page.getByRole('dialog', { name: 'Somebody else is signed in now' })
  }

  async signInAgain(password: string): Promise<void> {
    await this.password.fill(password)
    await this.submit.click()
  }

  async loadAnew(): Promise<void> {
    await this.other.getByRole('link', { name: 'Load the page anew' }).click()
  }
}
