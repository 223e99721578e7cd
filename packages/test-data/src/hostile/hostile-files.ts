import { ARCHIVES } from './hostile-archives.ts'
import type { HostileFile } from './hostile-file.ts'
import { JSON_FILES } from './hostile-json.ts'
import { TEXT_FILES } from './hostile-texts.ts'
import { YAML_FILES } from './hostile-yaml.ts'
import { sharedHostileFiles } from './shared-hostile-files.ts'

/** Files for every kind of attack: our own, and those of others if they are next to the checkout. */
export const hostileFiles = (): HostileFile[] => [
  ...JSON_FILES,
  ...YAML_FILES,
  ...TEXT_FILES,
  ...ARCHIVES,
  ...sharedHostileFiles(),
]
