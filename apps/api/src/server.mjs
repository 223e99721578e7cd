// JavaScript: this file is read before the cache is there, and TypeScript would load Node's compiler for it, 19 MB, at every start.
import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'

// Before anything else is loaded: types stripped and code compiled once halve every later start.
enableCompileCache()
// Loading makes garbage once; a young generation that grew for it would hold 50 MB more for good.
setFlagsFromString('--semi-space-growth-factor=1')
const { run } = await import('./run.ts')
await run()
setFlagsFromString('--semi-space-growth-factor=2')
