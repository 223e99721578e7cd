import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { expect, test } from 'vitest'
import { filterRegistries, registryList } from './registry-query.ts'

const registry = (name: string, state: string | null, lastSyncedAt: string | null = null) =>
  ({ name, endpoint: `https://${name}.example`, lastSyncedAt, sync: state && { state } }) as ConsoleRegistryBody

const all = [
  registry('Ours', 'succeeded', '2026-01-01'),
  registry('Broken', 'failed', '2026-01-01'),
  registry('Fresh', null),
  registry('Busy', 'running', '2026-01-01'),
]
const namesIn = (address: string) =>
  filterRegistries(all, registryList.read(new URLSearchParams(address))).map(({ name }) => name)

test.each([
  ['', ['Ours', 'Broken', 'Fresh', 'Busy']],
  ['state=failed', ['Broken']],
  ['state=never&state=syncing', ['Fresh', 'Busy']],
  ['state=nothing', ['Ours', 'Broken', 'Fresh', 'Busy']],
  ['search=OURS.example', ['Ours']],
])('%j shows %j', (address, names) => {
  expect(namesIn(address)).toEqual(names)
})

test('the address holds the query without defaults', () => {
  expect(registryList.write({ search: '', state: [] }).toString()).toBe('')
  expect(registryList.write({ search: 'a', state: ['failed'] }).toString()).toBe('search=a&state=failed')
})
