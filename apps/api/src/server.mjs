// JavaScript, so that starting from sources works too: the compile cache is not on yet, and TypeScript would load
// Node's compiler, 19 MB.
import { enableCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'

// Before anything else is loaded: later starts reuse what this one compiles.
enableCompileCache()
// Loading creates garbage once; a young generation that grew for it would permanently hold 50 MB more.
setFlagsFromString('--semi-space-growth-factor=1')
const { run } = await import('./run.ts')
await run()
setFlagsFromString('--semi-space-growth-factor=2')
