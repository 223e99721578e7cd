import type { Locator, Page } from '@playwright/test'

export type Side = 'Left' | 'Right'

/** Two profiles side by side. */
export class ComparePage {
  readonly page: Page
  readonly heading: Locator
  readonly parts: Locator
  readonly summary: Locator
  readonly swap: Locator
  readonly alsoSame: Locator
  readonly allLines: Locator
  readonly dialog: Locator
  readonly secrets: Locator

  constructor(page: Page) {
    const main = page.getByRole('main')
    this.page = page
    this.heading = page.getByRole('heading', { name: 'Compare', level: 1 })
    this.parts = page.getByRole('navigation', { name: 'What differs' })
    this.summary = main.getByRole('status').first()
    this.swap = page.getByRole('link', { name: 'Swap' })
    this.alsoSame = page.getByRole('switch', { name: 'Show what is the same' })
    this.allLines = page.getByRole('switch', { name: 'All lines' })
    this.dialog = page.getByRole('dialog')
    this.secrets = page.getByRole('region', { name: 'Secrets' })
  }

  /** What is compared on a side: a link to a profile, or the name of a file. */
  side(side: Side): Locator {
    const group = this.page.getByRole('group', { name: side, exact: true })
    return group.getByRole('link').or(group.getByRole('strong'))
  }

  /** The button that chooses something else for a side. */
  change(side: Side): Locator {
    return this.page.getByRole('group', { name: side, exact: true }).getByRole('button')
  }

  /** A layer or a variable in the list. */
  part(name: string): Locator {
    return this.parts.getByRole('link', { name })
  }

  differences(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  text(label: string): Locator {
    return this.page.getByRole('main').getByRole('textbox', { name: label, exact: true })
  }

  async chooseLayout(layout: 'Side by side' | 'One column'): Promise<void> {
    await this.page.getByRole('button', { name: layout }).click()
  }

  /** The link to a version of a profile, in the dialog that a side opens. */
  found(name: string, version: string): Locator {
    return this.dialog.getByRole('link', { name: `${name} ${version}`, exact: true })
  }

  /** Compares with a file on the right. */
  async bringFile(name: string, text: string): Promise<void> {
    await this.change('Right').click()
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) }
    await this.dialog.getByLabel('Profile file').setInputFiles(file)
  }

  /** Compares with a pasted profile on the right. */
  async paste(text: string): Promise<void> {
    await this.change('Right').click()
    await this.dialog.getByRole('button', { name: 'paste it' }).click()
    await this.dialog.getByRole('textbox', { name: 'Profile as JSON or YAML' }).fill(text)
    await this.dialog.getByRole('button', { name: 'Read it' }).click()
  }

  takeOver(into: 'left' | 'right'): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^Take this over into .* on the ${into}$`) })
  }

  /** Takes over the selected part, and confirms. */
  async takeOverInto(into: 'left' | 'right'): Promise<void> {
    await this.takeOver(into).click()
    await this.dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  }

  /** Clicks Undo in a message. */
  async takeBack(message: string): Promise<void> {
    const notice = this.page.getByRole('listitem').filter({ hasText: message })
    await notice.getByRole('button', { name: 'Undo' }).click()
  }
}
