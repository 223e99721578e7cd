import { screen } from '@testing-library/react'
import type { ConsoleApiKeyBody } from '@waybill/api-contract'
import { expect, test } from 'vitest'
import { draw } from '../../testing/draw.tsx'
import { KeyTable } from './key-table.tsx'

test('a key of a disabled user cannot be enabled', async () => {
  const owner = { uid: 'u1', name: 'Ada', email: 'ada@example.com', isActive: false }
  const key = { uid: 'k1', name: 'ci', owner, state: 'disabled', createdAt: '', expiresAt: null, lastUsedAt: null }
  const user = draw(<KeyTable keys={[key as ConsoleApiKeyBody]} />)
  const button = screen.getByRole('button', { name: 'Enable ci' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  await user.hover(button)
  expect(await screen.findByText('Ada is disabled, and so are their keys. Enable them first.')).toBeTruthy()
})

test('for two keys with the same name, the confirmation before revoking says whose key it is', async () => {
  const keyOf = (uid: string, email: string) => {
    const owner = { uid, name: uid, email, isActive: true }
    return { uid, name: 'ci', owner, state: 'active', createdAt: '', expiresAt: null, lastUsedAt: null }
  }
  const keys = [keyOf('ada', 'ada@example.com'), keyOf('bob', 'bob@example.com')] as ConsoleApiKeyBody[]
  const user = draw(<KeyTable keys={keys} ownerOf={({ name }) => name} />)
  await user.click(screen.getAllByRole('button', { name: 'Revoke ci' })[1]!)
  expect((await screen.findByRole('dialog')).textContent).toContain('bob@example.com')
})
