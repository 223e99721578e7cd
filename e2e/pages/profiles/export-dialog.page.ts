import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { PageObject } from '../page-object.ts'
import { clickText } from '../click-text.ts'

export interface ExportedFile {
  name: string
  text: string
}

export type ExportFormat = 'JSON, indented' | 'JSON, compact' | 'YAML'

/** The export dialog, over the list or over a profile. */
export class ExportDialog extends PageObject {
  readonly dialog = this.page.getByRole('dialog', { name: 'Export profile' })
  /** The findings, one row each. */
  readonly findings = this.dialog.getByRole('region', { name: 'What was found' }).getByRole('listitem')
  readonly declared = this.findings.filter({ hasText: 'declared' })
  /** The checkboxes of values that only look like secrets. */
  readonly suspected = this.findings.filter({ hasText: 'likely' }).getByRole('checkbox')
  /** The preview of the file. */
  readonly file = this.dialog.getByRole('textbox', { name: 'Preview of the file' })
  /** The value selected in the file, and the actions on it. */
  readonly chosen = this.dialog.getByRole('group', { name: 'Chosen value' })
  readonly undo = this.dialog.getByRole('button', { name: 'Undo' })
  readonly submit = this.dialog.getByRole('button', { name: 'Export', exact: true })
  readonly cancel = this.dialog.getByRole('button', { name: 'Cancel' })

  async chooseFormat(format: ExportFormat): Promise<void> {
    await this.dialog.getByRole('radio', { name: format }).check()
  }

  /** The row of a finding, by its path. */
  finding(path: string): Locator {
    return this.findings.filter({ has: this.page.getByRole('button', { name: `Show ${path} in the file` }) })
  }

  /** The checkbox that says whether a value is masked. */
  tick(path: string): Locator {
    return this.finding(path).getByRole('checkbox')
  }

  async showInFile(path: string): Promise<void> {
    await this.dialog.getByRole('button', { name: `Show ${path} in the file` }).click()
  }

  /** Clicks on a part of the file's text. */
  async chooseInFile(text: string): Promise<void> {
    await clickText(this.file, text)
  }

  /** Marks the value selected in the file as a secret. */
  async markAsSecret(): Promise<void> {
    await this.chosen.getByRole('button', { name: /^Mark as secret/ }).click()
  }

  async sayNotSecret(path: string): Promise<void> {
    await this.finding(path)
      .getByRole('button', { name: /^Not a secret/ })
      .click()
  }

  /** Exports and reads the downloaded file. */
  async export(): Promise<ExportedFile> {
    const downloading = this.page.waitForEvent('download')
    await this.submit.click()
    const download = await downloading
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
}
