import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../testing/draw.tsx'
import { refusal, serve } from '../../testing/server.ts'
import { SsoPage } from './sso-page.tsx'

const stored = {
  isEnabled: false,
  issuer: '',
  clientId: 'waybill',
  hasClientSecret: false,
  callbackUrl: 'https://waybill.example.com/login',
  scopes: [],
  claims: { email: 'email', firstName: '', lastName: '', groups: '' },
  domains: [],
  usesUserInfo: false,
  ca: '',
}

const issuer = () => screen.getByRole('textbox', { name: /^Issuer/ })
const saidOfIssuer = () => document.getElementById(issuer().getAttribute('aria-describedby') ?? '')?.textContent

test.each([
  ['Save', 'PUT /v1/console/sso'],
  ['Test the provider', 'POST /v1/console/sso/test'],
])('%s reports an address that is not allowed at the issuer, and goes there', async (button, operation) => {
  serve({ [operation]: refusal(422, 'ForbiddenUrl') })
  const user = draw(<SsoPage stored={stored} />)
  await user.type(issuer(), 'https://nowhere.invalid')
  await user.click(screen.getByRole('button', { name: button }))
  await waitFor(() => expect(document.activeElement).toBe(issuer()))
  expect(saidOfIssuer()).toContain('add nowhere.invalid:443 to ALLOWED_HOSTS')
  expect(screen.queryByText('Said by the server.')).toBeNull()
  await user.type(issuer(), '.example')
  expect(saidOfIssuer()).not.toContain('ALLOWED_HOSTS')
})
