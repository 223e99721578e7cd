import { screen } from '@testing-library/react'
import type { ConsoleApiKeyBody } from '@waybill/api-contract'
import { expect, test } from 'vitest'
import { draw } from '../../testing/draw.tsx'
import { KeyTable } from './key-table.tsx'

test('a key of somebody who is disabled is not offered to be enabled', async () => {
  const owner = { uid: 'u1', name: 'Ada', email: 'ada@example.com', isActive: false }
  const key = { uid: 'k1', name: 'ci', owner, state: 'disabled', createdAt: '', expiresAt: null, lastUsedAt: null }
  const user = draw(<KeyTable keys={[key as ConsoleApiKeyBody]} />)
  const button = screen.getByRole('button', { name: 'Enable ci' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  await user.hover(button)
  expect(await screen.findByText('Ada is disabled, and so are their keys. Enable them first.')).toBeTruthy()
})
