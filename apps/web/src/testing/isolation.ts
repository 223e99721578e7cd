import { afterAll, afterEach, vi } from 'vitest'

// Files share a process and the libraries loaded in it, but no state of the console: its modules, and so every store
// and variable in them, are made anew for each file.
afterAll(() => {
  vi.resetModules()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
