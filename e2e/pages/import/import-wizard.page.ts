import { PageObject } from '../page-object.ts'
import { ConfirmStep } from './confirm-step.page.ts'
import { SelectRepositoriesStep } from './select-repositories-step.page.ts'
import { UploadFileStep } from './upload-file-step.page.ts'
import { ValidateStep } from './validate-step.page.ts'

/** Import Cluster Profile: what every step shares, and the steps. */
export class ImportWizard extends PageObject {
  readonly heading = this.page.getByRole('heading', { name: 'Import Cluster Profile', level: 1 })
  readonly target = this.page.getByText(/^Importing into /)
  readonly step = this.page.getByRole('main').getByRole('heading', { level: 2 })
  readonly steps = this.page.getByRole('list', { name: 'Steps of the import' })
  readonly next = this.page.getByRole('button', { name: 'Next', exact: true })
  readonly back = this.page.getByRole('button', { name: 'Back', exact: true })
  readonly cancel = this.page.getByRole('button', { name: 'Cancel', exact: true })
  readonly blocker = this.page.getByText(/ first\.$|^The file is being read|^The file cannot be read\.|^The server is/)
  readonly leaveDialog = this.page.getByRole('dialog', { name: 'Leave this import?' })
  readonly startsOver = this.page.getByText(
    'The import starts over: a file and its decisions are not kept when the page is reloaded.',
  )
  readonly checkAgain = this.page.getByRole('button', { name: 'Check again' })
  readonly uploadFile = new UploadFileStep(this.page)
  readonly validate = new ValidateStep(this.page)
  readonly selectRepositories = new SelectRepositoriesStep(this.page)
  readonly confirm = new ConfirmStep(this.page)

  /** Opens the wizard in a scope: `/tenant` or `/projects/<uid>`. */
  async open(scopePath: string): Promise<this> {
    await this.page.goto(`${scopePath}/profiles/import`)
    await this.heading.waitFor()
    return this
  }

  /** Clicks Next although it is disabled: it says why, and stays on the step. */
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
