import '@patternfly/patternfly/components/Tabs/tabs.css'
import { Link } from 'react-router'
import { PROFILE_TABS, paths, type ProfileTab } from '../../shared/navigation/paths.ts'
import { stayOnPage } from '../../shared/navigation/stay-on-page.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { useTab } from './use-tab.ts'

const names: Record<ProfileTab, string> = {
  layers: 'Layers',
  variables: 'Variables',
  versions: 'Versions',
  imports: 'Imports',
}

/** Tabs that are addresses: links in a navigation, so that they open in a new window and the back button knows them. */
export function ProfileTabs({ uid }: { uid: string }) {
  const scope = useScope()
  const current = useTab()
  return (
    <div className="pf-v6-c-page__main-tabs">
      <div className="pf-v6-c-page__main-body">
        <nav className="pf-v6-c-tabs pf-m-page-insets pf-m-initialized" aria-label="Parts of the profile">
          <ul className="pf-v6-c-tabs__list">
            {PROFILE_TABS.map((tab) => (
              <li key={tab} className={`pf-v6-c-tabs__item${tab === current ? ' pf-m-current wb-tab-current' : ''}`}>
                <Link
                  className="pf-v6-c-tabs__link"
                  to={paths.profile(scope, uid, tab)}
                  state={stayOnPage}
                  {...(tab === current ? { 'aria-current': 'page' } : {})}
                >
                  <span className="pf-v6-c-tabs__item-text">{names[tab]}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  )
}
