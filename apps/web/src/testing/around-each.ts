import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { serve, takeUnforeseen } from './server.ts'

// jsdom has no layout, and so lacks what the text editor measures with.
Range.prototype.getClientRects = () => document.createElement('div').getClientRects()

// Like the test timeout: a limit against hanging tests, not a measure.
configure({ asyncUtilTimeout: 120_000 })

/** Around every component test: a server that answers nothing, and cleanup after the test. */
beforeEach(() => {
  serve({})
})

afterEach(() => {
  cleanup()
  // The page of jsdom is the same for every file.
  document.body.replaceChildren()
  document.documentElement.className = ''
  document.title = ''
  history.replaceState(null, '', '/')
  localStorage.clear()
  sessionStorage.clear()
  const asked = takeUnforeseen()
  if (asked.length > 0) throw new Error(`The test did not foresee ${asked.join(', ')}`)
})
