import { BUILDER } from './screens/builder.ts'
import { ENTRY } from './screens/entry.ts'
import { IMPORT } from './screens/import.ts'
import { PACKS } from './screens/packs.ts'
import { PROFILES } from './screens/profiles.ts'
import type { Screen } from './screens/screen.ts'
import { SETTINGS } from './screens/settings.ts'

/** The screens that docs/images shows, and that browser tests look at. */
export const SCREENS: readonly Screen[] = [...ENTRY, ...PROFILES, ...BUILDER, ...PACKS, ...IMPORT, ...SETTINGS]
