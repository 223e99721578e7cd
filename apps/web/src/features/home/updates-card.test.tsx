import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../testing/draw.tsx'
import { UpdatesCard } from './updates-card.tsx'

const profileOf = (name: string) => ({
  uid: name,
  name,
  version: '1.0.0',
  scope: 'project' as const,
  packs: [{ name: 'kubernetes', from: '1.31.8', to: '1.33.6' }],
})

function linksWith(names: readonly string[], { count = names.length, hasMore = false } = {}) {
  draw(<UpdatesCard updates={{ count, hasMore, profiles: names.map(profileOf) }} />)
  return screen.queryAllByRole('link').map(({ textContent }) => textContent)
}

test('if no pack has a newer version, the card says so in one line', () => {
  expect(linksWith([])).toEqual([])
  expect(screen.getByText('No profile has a pack with a newer version.')).toBeTruthy()
})

test('a profile with several updates is listed once', () => {
  expect(linksWith(['edge'])).toEqual(['edge 1.0.0'])
})

test('several profiles are followed by a link to the full list', () => {
  expect(linksWith(['edge', 'core'])).toEqual(['edge 1.0.0', 'core 1.0.0', '2 profiles with updates'])
})

test('counting stops at a limit, and the link to the list says that there are more', () => {
  expect(linksWith(['edge'], { count: 100, hasMore: true }).at(-1)).toBe('100+ profiles with updates')
})
