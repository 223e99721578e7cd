import { PROFILE_TABS, paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { PageTabs } from '../../../shared/ui/page/page-tabs.tsx'
import { useTab } from './use-tab.ts'

const names = { layers: 'Layers', variables: 'Variables', versions: 'Versions', imports: 'Imports' } as const

export function ProfileTabs({ uid }: { uid: string }) {
  const scope = useScope()
  return (
    <PageTabs
      label="Parts of the profile"
      names={names}
      tabs={PROFILE_TABS}
      current={useTab()}
      pathOf={(tab) => paths.profile(scope, uid, tab)}
    />
  )
}
