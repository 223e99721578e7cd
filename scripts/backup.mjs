// npm run backup: see docs/operations.md. Arguments go to the command.
import { runCommand } from './server-command.mjs'

await runCommand('backup')
