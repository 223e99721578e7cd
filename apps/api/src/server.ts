import { enableCompileCache } from 'node:module'

// Before anything else is loaded: types stripped and code compiled once halve every later start.
enableCompileCache()
const { run } = await import('./run.ts')
await run()
