import type { Locator, Page } from '@playwright/test'

export interface UploadedFile {
  name: string
  content: string | Buffer
}

/** Step 1. */
export class UploadFileStep {
  readonly page: Page
  readonly input: Locator
  readonly choose: Locator
  readonly paste: Locator
  readonly pasteField: Locator
  readonly file: Locator
  readonly summary: Locator
  readonly refusal: Locator
  readonly problems: Locator
  readonly editor: Locator

  constructor(page: Page) {
    this.page = page
    this.input = page.getByLabel('Profile file')
    this.choose = page.getByRole('button', { name: 'Upload file' })
    this.paste = page.getByRole('button', { name: 'paste it' })
    this.pasteField = page.getByRole('textbox', { name: 'Profile as JSON or YAML' })
    this.file = page.getByRole('region', { name: 'Uploaded file' })
    this.summary = this.file.getByText(/Cluster profile .+ exported as/)
    this.refusal = this.file.getByText('This file cannot be imported as it is')
    this.problems = page.getByRole('list', { name: 'Problems in the file' }).getByRole('listitem')
    this.editor = page.getByRole('textbox', { name: 'Text of the file' })
  }

  /** Chooses a file as the file dialog does. */
  async upload({ name, content }: UploadedFile): Promise<void> {
    const buffer = typeof content === 'string' ? Buffer.from(content) : content
    await this.input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  }

  /** Drops a file on the drop area. */
  async drop({ name, content }: { name: string; content: string }): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      (file) => {
        const data = new DataTransfer()
        data.items.add(new File([file.content], file.name))
        return data
      },
      { name, content },
    )
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.choose.dispatchEvent(type, { dataTransfer: transfer })
    }
    await transfer.dispose()
  }

  async pasteText(text: string): Promise<void> {
    await this.paste.click()
    await this.pasteField.fill(text)
    await this.page.getByRole('button', { name: 'Read it' }).click()
  }
}
