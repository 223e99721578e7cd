import { PageObject } from '../page-object.ts'

export interface UploadedFile {
  name: string
  content: string | Buffer
}

/** Step 1. */
export class UploadFileStep extends PageObject {
  readonly input = this.page.getByLabel('Profile file')
  readonly choose = this.page.getByRole('button', { name: 'Upload file' })
  readonly paste = this.page.getByRole('button', { name: 'paste it' })
  readonly pasteField = this.page.getByRole('textbox', { name: 'Profile as JSON or YAML' })
  readonly file = this.page.getByRole('region', { name: 'Uploaded file' })
  readonly summary = this.file.getByText(/Cluster profile .+ exported as/)
  readonly refusal = this.file.getByText('This file cannot be imported as it is')
  readonly problems = this.page.getByRole('list', { name: 'Problems in the file' }).getByRole('listitem')
  readonly editor = this.page.getByRole('textbox', { name: 'Text of the file' })

  /** Uploads a file as through the file dialog. */
  async upload({ name, content }: UploadedFile): Promise<void> {
    const buffer = typeof content === 'string' ? Buffer.from(content) : content
    await this.input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  }

  /** Drops files on the drop area. */
  async drop(...files: { name: string; content: string }[]): Promise<void> {
    const transfer = await this.page.evaluateHandle((dropped) => {
      const data = new DataTransfer()
      for (const { name, content } of dropped) data.items.add(new File([content], name))
      return data
    }, files)
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
