import { test as base, expect, type BrowserContext } from '@playwright/test'
import { account, baseUrl } from './access.ts'
import { Scratch } from './content/scratch.ts'

interface Fixtures {
  /** Finds an account: `accountOf('dev', 'project-admin')`. */
  accountOf: typeof account
  /** Names for what the test creates; deleted afterwards. */
  scratch: Scratch
  /**
   * Fails the test if a page threw or logged an error, or connected to another host: the console must work air-gapped.
   */
  watchedPage: undefined
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(baseUrl()),
  accountOf: async ({}, use) => use(account),
  scratch: async ({}, use) => {
    const scratch = new Scratch()
    await use(scratch)
    await scratch.clean()
  },
  watchedPage: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = []
      watch(context, new URL(baseURL ?? baseUrl()).origin, (complaint) => complaints.push(complaint))
      await use(undefined)
      expect(complaints, 'the pages neither break nor speak to another host').toEqual([])
    },
    { auto: true },
  ],
})

function watch(context: BrowserContext, home: string, complain: (complaint: string) => void): void {
  context.on('weberror', (error) => complain(`the page threw ${error.error().name}`))
  context.on('console', (message) => {
    // The browser itself logs every 4xx answer. Reports of the content security policy are logged as errors as well.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    complain(`the browser logged: ${message.text().slice(0, 300)}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) complain(`answer ${response.status()} of ${new URL(response.url()).pathname}`)
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== home) complain(`asked ${origin}`)
  })
  context.on('dialog', (dialog) => {
    if (dialog.type() === 'beforeunload') return void dialog.accept()
    complain(`the page opened a dialog of type ${dialog.type()}`)
    void dialog.dismiss()
  })
}

export { expect }
