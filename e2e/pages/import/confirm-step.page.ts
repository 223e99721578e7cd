import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import { ProfilePage } from '../profiles/profile.page.ts'

/** Step 4 and its outcome. */
export class ConfirmStep extends PageObject {
  readonly summary = this.page.getByRole('main')
  readonly differences = this.page.getByRole('region', { name: /^Differences from / })
  /** How the import differs from the file. */
  readonly differs = this.page.getByRole('region', { name: 'What differs from the file' })
  readonly draft = this.page.getByRole('radio', { name: 'Draft' })
  readonly publish = this.page.getByRole('radio', { name: 'Publish' })
  readonly submit = this.page.getByRole('button', { name: /^Confirm and (publish|import as draft)$/ })
  readonly refused = this.page.getByRole('heading', { name: / was not imported$/ })
  readonly backToValidate = this.page.getByRole('button', { name: 'Back to Validate' })
  readonly backToConfirm = this.page.getByRole('button', { name: 'Back to Confirm' })
  readonly importAnother = this.page.getByRole('button', { name: 'Import another' })

  /** The heading after an import: `edge-base 1.2.0`. */
  imported(nameAndVersion: string): Locator {
    return this.page.getByRole('heading', { name: `${nameAndVersion} imported` })
  }

  /** The heading if the answer was lost: `edge-base 1.2.0`. */
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
