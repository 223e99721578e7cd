import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useAnswer } from './use-answer.ts'

/** Requests by key, each answered when the test says so. */
function openQuestions() {
  const asked = new Map<string, PromiseWithResolvers<string>>()
  const signals = new Map<string, AbortSignal>()
  const ask = (key: string) => (signal: AbortSignal) => {
    asked.set(key, Promise.withResolvers<string>())
    signals.set(key, signal)
    return asked.get(key)!.promise
  }
  const hook = renderHook(({ key }) => useAnswer(ask(key), key), { initialProps: { key: 'first' } })
  const answer = (key: string, text: string) => act(async () => asked.get(key)?.resolve(text))
  return { ...hook, signals, answer }
}

test('the last answer is shown while the next request is running', async () => {
  const { result, rerender, answer } = openQuestions()
  expect(result.current).toBeNull()
  await answer('first', 'one')
  rerender({ key: 'second' })
  expect(result.current).toBe('one')
  await answer('second', 'two')
  expect(result.current).toBe('two')
})

test('the answer to an outdated request is never shown', async () => {
  const { result, rerender, signals, answer } = openQuestions()
  rerender({ key: 'second' })
  expect(signals.get('first')?.aborted).toBe(true)
  await answer('second', 'two')
  await answer('first', 'one')
  expect(result.current).toBe('two')
})
