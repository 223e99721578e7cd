import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { BuilderContext, createBuilderStore } from '../state/builder-store.ts'
import { useKeptTexts } from './use-kept-texts.ts'

const BASE = { 'info.description': 'As stored', stack: '[]' }
const typed = { type: 'write', texts: { 'info.description': 'Typed' } } as const

/** A page of the builder on the profile `p1`. */
function open() {
  const store = createBuilderStore(BASE, 'p1')
  const wrapper = ({ children }: { children: ReactNode }) => <BuilderContext value={store}>{children}</BuilderContext>
  const { result, unmount } = renderHook(() => useKeptTexts('p1'), { wrapper })
  const type = () => act(() => store.getState().dispatch(typed))
  return { store, result, unmount, type }
}

const kept = () => Object.values<string>(localStorage).join('\n')

it('keeps what was typed right before the page is closed', async () => {
  const { type } = open()
  // The module that removes secrets is loaded with the page.
  await import('./without-secrets.ts')
  await act(async () => {})
  type()
  window.dispatchEvent(new Event('pagehide'))
  expect(kept()).toContain('Typed')
})

it('restores in the next page what the previous one kept, and keeps it as its own', async () => {
  const before = open()
  before.type()
  await waitFor(() => expect(kept()).toContain('Typed'))
  before.unmount()
  const next = open()
  await waitFor(() => expect(next.result.current.wasKept).toBe(true))
  expect(next.store.getState().texts['info.description']).toBe('Typed')
  next.result.current.forget()
  expect(kept()).toBe('')
})

it('forgets what its own page kept, and nothing of other pages', async () => {
  const [one, other] = [open(), open()]
  one.type()
  other.type()
  await waitFor(() => expect(Object.keys(localStorage)).toHaveLength(2))
  one.result.current.forget()
  expect(kept()).toContain('Typed')
})
