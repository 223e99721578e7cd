import type { Locator, Page } from '@playwright/test'
import { ConfirmStep } from './confirm-step.page.ts'
import { SelectRepositoriesStep } from './select-repositories-step.page.ts'
import { UploadFileStep } from './upload-file-step.page.ts'
import { ValidateStep } from './validate-step.page.ts'

/** Import Cluster Profile: what stands on every step, and the steps. */
export class ImportWizard {
  readonly page: Page
  readonly heading: Locator
  readonly target: Locator
  readonly step: Locator
  readonly steps: Locator
  readonly next: Locator
  readonly back: Locator
  readonly cancel: Locator
  readonly blocker: Locator
  readonly leaveDialog: Locator
  readonly startsOver: Locator
  readonly checkAgain: Locator
  readonly uploadFile: UploadFileStep
  readonly validate: ValidateStep
  readonly selectRepositories: SelectRepositoriesStep
  readonly confirm: ConfirmStep

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Import Cluster Profile', level: 1 })
    this.target = page.getByText(/^Importing into /)
    this.step = page.getByRole('main').getByRole('heading', { level: 2 })
    this.steps = page.getByRole('list', { name: 'Steps of the import' })
    this.next = page.getByRole('button', { name: 'Next', exact: true })
    this.back = page.getByRole('button', { name: 'Back', exact: true })
    this.cancel = page.getByRole('button', { name: 'Cancel', exact: true })
    this.blocker = page.getByText(/ first\.$|^The file is being read|^The file cannot be read\.|^The server is/)
    this.leaveDialog = page.getByRole('dialog', { name: 'Leave this import?' })
    this.startsOver = page.getByText(
      'The import starts over: a file and its decisions are not kept when the page is reloaded.',
    )
    this.checkAgain = page.getByRole('button', { name: 'Check again' })
    this.uploadFile = new UploadFileStep(page)
    this.validate = new ValidateStep(page)
    this.selectRepositories = new SelectRepositoriesStep(page)
    this.confirm = new ConfirmStep(page)
  }

  /** Opens the wizard in a scope: `/tenant` or `/projects/<uid>`. */
  async open(scopePath: string): Promise<this> {
    await this.page.goto(`${scopePath}/profiles/import`)
    await this.heading.waitFor()
    return this
  }

  /** Presses Next although it is marked as disabled: it says why, and stays. */
  async tryNext(): Promise<void> {
    await this.next.click({ force: true })
  }

  async goToStep(title: string): Promise<void> {
    await this.steps.getByRole('button', { name: title }).click()
  }

  async leave(): Promise<void> {
    await this.leaveDialog.getByRole('button', { name: 'Leave' }).click()
  }

  async stay(): Promise<void> {
    await this.leaveDialog.getByRole('button', { name: 'Stay' }).click()
  }
}
