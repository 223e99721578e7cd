import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { draw } from '../../testing/draw.tsx'
import { AttentionCard } from './attention-card.tsx'

const NOTHING = 'Nothing needs attention.'

function drawCard({ usableRegistries = 0, canAddRegistry = true, invalid = 0 }) {
  const attention = { states: { invalid }, missingMacros: [], failedRegistries: 0, usableRegistries }
  draw(<AttentionCard attention={attention} canAddRegistry={canAddRegistry} />)
  return screen.queryAllByRole('link').map((link) => link.getAttribute('href'))
}

test('while no registry is usable, users who may add one are sent to Registries', () => {
  expect(drawCard({})).toEqual(['/tenant/settings/registries'])
  expect(screen.getByText(/^No registry has an address yet, so there are no packs\./)).toBeTruthy()
  expect(screen.queryByText(NOTHING)).toBeNull()
})

test('users who may not add a registry are not sent there', () => {
  expect(drawCard({ canAddRegistry: false })).toEqual([])
  expect(screen.getByText(NOTHING)).toBeTruthy()
})

test('with a usable registry, nothing needs attention', () => {
  expect(drawCard({ usableRegistries: 1 })).toEqual([])
  expect(screen.getByText(NOTHING)).toBeTruthy()
})

test('other things that need attention are listed below the first step', () => {
  expect(drawCard({ invalid: 2 })).toHaveLength(2)
})
