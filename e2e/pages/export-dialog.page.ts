import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'

export interface ExportedFile {
  name: string
  text: string
}

/** Export profile, over the list or over a profile. */
export class ExportDialog {
  readonly page: Page
  readonly dialog: Locator
  readonly declared: Locator
  readonly suspected: Locator
  readonly submit: Locator
  readonly cancel: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Export profile' })
    this.declared = this.dialog.getByRole('button', { name: /declared by packs and variables/ })
    this.suspected = this.dialog.getByRole('group', { name: /looks? like (a )?secrets?/ }).getByRole('checkbox')
    this.submit = this.dialog.getByRole('button', { name: 'Export' })
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' })
  }

  async chooseFormat(format: 'JSON' | 'YAML'): Promise<void> {
    await this.dialog.getByRole('radio', { name: format }).check()
  }

  /** Exports and reads what was downloaded. */
  async export(): Promise<ExportedFile> {
    const downloading = this.page.waitForEvent('download')
    await this.submit.click()
    const download = await downloading
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
}
