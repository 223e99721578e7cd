// JavaScript, for where the sources are started: the cache is not there yet, and TypeScript would load Node's compiler, 19 MB.
import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'

// Before anything else is loaded: what is compiled once is not compiled again at later starts.
enableCompileCache()
// Loading makes garbage once; a young generation that grew for it would hold 50 MB more for good.
setFlagsFromString('--semi-space-growth-factor=1')
const { run } = await import('./run.ts')
await run()
setFlagsFromString('--semi-space-growth-factor=2')
