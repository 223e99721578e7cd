import { test as base, expect } from '@playwright/test'
import { account, baseUrl } from './access.ts'
import { Scratch } from './scratch.ts'

interface Fixtures {
  /** Finds an account: `accountOf('dev', 'project-admin')`. */
  accountOf: typeof account
  /** Names for what the test makes; deleted after it. */
  scratch: Scratch
  /** Fails the test when a page broke, or asked any host but the installation: it has to work air-gapped. */
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
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('weberror', (error) => complaints.push(`the page threw ${error.error().name}`))
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        if (protocol.startsWith('http') && origin !== new URL(baseUrl()).origin) complaints.push(`asked ${origin}`)
      })
      await use(undefined)
      expect(complaints, 'the pages neither break nor speak to another host').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
