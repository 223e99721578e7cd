import { BUILDER } from './screens/builder.ts'
import { ENTRY } from './screens/entry.ts'
import { IMPORT } from './screens/import.ts'
import { PACKS } from './screens/packs.ts'
import { PROFILES } from './screens/profiles.ts'
import type { Screen } from './screens/screen.ts'
import { SETTINGS } from './screens/settings.ts'

/** The screens shown in docs/images, which browser tests check too. */
export const SCREENS: readonly Screen[] = [...ENTRY, ...PROFILES, ...BUILDER, ...PACKS, ...IMPORT, ...SETTINGS]
