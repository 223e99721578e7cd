import type { Locator, Page } from '@playwright/test'
import { ProfilePage } from '../profiles/profile.page.ts'

/** Step 4, and what comes of it. */
export class ConfirmStep {
  readonly page: Page
  readonly summary: Locator
  readonly differences: Locator
  /** What is imported otherwise than the file says. */
  readonly differs: Locator
  readonly draft: Locator
  readonly publish: Locator
  readonly submit: Locator
  readonly refused: Locator
  readonly backToValidate: Locator
  readonly backToConfirm: Locator
  readonly importAnother: Locator

  constructor(page: Page) {
    this.page = page
    this.summary = page.getByRole('main')
    this.differences = page.getByRole('region', { name: /^Differences from / })
    this.differs = page.getByRole('region', { name: 'What differs from the file' })
    this.draft = page.getByRole('radio', { name: 'Draft' })
    this.publish = page.getByRole('radio', { name: 'Publish' })
    this.submit = page.getByRole('button', { name: /^Confirm and (publish|import as draft)$/ })
    this.refused = page.getByRole('heading', { name: / was not imported$/ })
    this.backToValidate = page.getByRole('button', { name: 'Back to Validate' })
    this.backToConfirm = page.getByRole('button', { name: 'Back to Confirm' })
    this.importAnother = page.getByRole('button', { name: 'Import another' })
  }

  /** The heading of a done import: `edge-base 1.2.0`. */
  imported(nameAndVersion: string): Locator {
    return this.page.getByRole('heading', { name: `${nameAndVersion} imported` })
  }

  /** The heading where the answer was lost: `edge-base 1.2.0`. */
  uncertain(nameAndVersion: string): Locator {
    return this.page.getByRole('heading', { name: `It is not certain whether ${nameAndVersion} was imported` })
  }

  /** Opens both texts of a change side by side: `hello-universe values`. */
  async compare(text: string): Promise<Locator> {
    await this.differences.getByRole('button', { name: `Compare the YAML of ${text}` }).click()
    return this.page.getByRole('dialog', { name: text })
  }

  async openProfile(): Promise<ProfilePage> {
    await this.page.getByRole('link', { name: 'Open profile' }).click()
    return new ProfilePage(this.page)
  }
}
