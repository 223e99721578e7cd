import { screen, waitFor } from '@testing-library/react'
import { MASK } from '@waybill/layer-text'
import { expect, test } from 'vitest'
import { EMPTY_DRAFT } from '../../shared/registries/draft/registry-draft.ts'
import { draw } from '../../testing/draw.tsx'
import { refusal, serve } from '../../testing/server.ts'
import { RegistryFormPage } from './registry-form-page.tsx'

const CREATE = 'POST /v1/registries/pack'
const PROBE = 'POST /v1/registries/pack/validate'
const stored = {
  ...EMPTY_DRAFT,
  name: 'Public Repo',
  endpoint: 'https://packs.example/packs.tar.gz',
  authType: 'basic' as const,
  username: 'robot',
  password: { isKept: true, value: '' },
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${name}`) })
const said = (name: string) => document.getElementById(field(name).getAttribute('aria-describedby') ?? '')?.textContent
const save = () => screen.getByRole('button', { name: 'Save' })
const check = () => screen.getByRole('button', { name: 'Test connection' })

test('an empty form reports missing input at each field', async () => {
  const user = draw(<RegistryFormPage stored={EMPTY_DRAFT} uid="" />)
  await user.click(save())
  expect(said('Name')).toContain('Give it a name.')
  expect(said('Address')).toContain('Enter the address of the registry.')
})

test('saving an empty form focuses the first incomplete field', async () => {
  const user = draw(<RegistryFormPage stored={EMPTY_DRAFT} uid="" />)
  await user.click(save())
  await waitFor(() => expect(document.activeElement).toBe(field('Name')))
})

test('missing input is not reported before the first attempt', () => {
  draw(<RegistryFormPage stored={EMPTY_DRAFT} uid="" />)
  expect(field('Name').getAttribute('aria-invalid')).toBe('false')
})

test('testing the connection does not ask for a name', async () => {
  const user = draw(<RegistryFormPage stored={EMPTY_DRAFT} uid="" />)
  await user.click(check())
  expect([field('Name'), field('Address')].map((each) => each.getAttribute('aria-invalid'))).toEqual(['false', 'true'])
})

test('a taken name is reported at the name until another is typed', async () => {
  serve({ [CREATE]: refusal(409, 'RegistryExists', { message: 'A registry of this name already exists.' }) })
  const user = draw(<RegistryFormPage stored={{ ...EMPTY_DRAFT, name: 'Taken', endpoint: stored.endpoint }} uid="" />)
  await user.click(save())
  await waitFor(() => expect(said('Name')).toContain('already exists. Choose another name.'))
  await user.type(field('Name'), ' not')
  expect(said('Name')).not.toContain('already exists')
})

test('a stored password is kept without ever being shown', async () => {
  const sent = serve({ [PROBE]: refusal(422, 'RegistryUnauthorised') })
  const user = draw(<RegistryFormPage stored={stored} uid="r1" />)
  expect(screen.queryByLabelText('Password', { selector: 'input' })).toBeNull()
  await user.click(check())
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.body).toMatchObject({ auth: { username: 'robot', password: MASK }, registryUid: 'r1' })
})

test('the result of a test disappears when the form is changed', async () => {
  serve({ [PROBE]: refusal(422, 'RegistryUnauthorised') })
  const user = draw(<RegistryFormPage stored={stored} uid="r1" />)
  await user.click(check())
  await screen.findByText(/Access was denied/)
  await user.type(field('User name'), '2')
  expect(screen.queryByText(/Access was denied/)).toBeNull()
})
