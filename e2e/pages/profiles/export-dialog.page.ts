import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { clickText } from '../click-text.ts'

export interface ExportedFile {
  name: string
  text: string
}

export type ExportFormat = 'JSON, indented' | 'JSON, compact' | 'YAML'

/** Export profile, over the list or over a profile. */
export class ExportDialog {
  readonly page: Page
  readonly dialog: Locator
  /** What was found, a row each. */
  readonly findings: Locator
  readonly declared: Locator
  /** The ticks of what only looks like a secret. */
  readonly suspected: Locator
  /** The file to come. */
  readonly file: Locator
  /** What is chosen in the file, and what can be done with it. */
  readonly chosen: Locator
  readonly undo: Locator
  readonly submit: Locator
  readonly cancel: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Export profile' })
    this.findings = this.dialog.getByRole('region', { name: 'What was found' }).getByRole('listitem')
    this.declared = this.findings.filter({ hasText: 'declared' })
    this.suspected = this.findings.filter({ hasText: 'likely' }).getByRole('checkbox')
    this.file = this.dialog.getByRole('textbox', { name: 'The file to come' })
    this.chosen = this.dialog.getByRole('group', { name: 'Chosen value' })
    this.undo = this.dialog.getByRole('button', { name: 'Undo' })
    this.submit = this.dialog.getByRole('button', { name: 'Export', exact: true })
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' })
  }

  async chooseFormat(format: ExportFormat): Promise<void> {
    await this.dialog.getByRole('radio', { name: format }).check()
  }

  /** The row of a place, by its path. */
  finding(path: string): Locator {
    return this.findings.filter({ has: this.page.getByRole('button', { name: `Show ${path} in the file` }) })
  }

  /** Whether a place is masked. */
  tick(path: string): Locator {
    return this.finding(path).getByRole('checkbox')
  }

  async showInFile(path: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Show ${path} in the file` }).click()
  }

  /** Clicks on a piece of the file's text. */
  async chooseInFile(text: string): Promise<void> {
    await clickText(this.file, text)
  }

  /** Says of what is chosen in the file that it is a secret. */
  async markAsSecret(): Promise<void> {
    await this.chosen.getByRole('button', { name: /^Mark as secret/ }).click()
  }

  async sayNotSecret(path: string): Promise<void> {
    await this.finding(path)
      .getByRole('button', { name: /^Not a secret/ })
      .click()
  }

  /** Exports and reads what was downloaded. */
  async export(): Promise<ExportedFile> {
    const downloading = this.page.waitForEvent('download')
    await this.submit.click()
    const download = await downloading
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
}
