import { describe, expect, it } from 'vitest'
import { greetingOf } from './greeting.ts'

const url = 'http://localhost:8080'
const user = {
  email: 'ada@stage.test',
  password: 'a-made-up-password',
  roles: ['Tenant Admin'],
  apiKey: 'a-made-up-key',
}
const demo = { url, tenants: [{ name: 'Stage', uid: 'stage', projects: [], users: [user] }] }
const setupCode = 'ABCD-EFGH'

describe('the greeting', () => {
  it('shows logins and setup code on a terminal, and names the files that contain them', () => {
    const text = greetingOf({ url, demo, setupCode, isTerminal: true })
    for (const part of [user.email, user.password, setupCode, 'demo-access.json', 'the file setup-code'])
      expect(text).toContain(part)
  })

  it('shows neither if output is collected, but names the files that contain them', () => {
    const text = greetingOf({ url, demo, setupCode, isTerminal: false })
    expect(text).not.toMatch(/a-made-up|ABCD|ada@/)
    for (const part of [url, 'demo-access.json', 'the file setup-code']) expect(text).toContain(part)
  })

  it('never shows an API key', () => {
    expect(greetingOf({ url, demo, setupCode, isTerminal: true })).not.toContain(user.apiKey)
  })
})
