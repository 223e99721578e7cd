import '@patternfly/patternfly/components/Tabs/tabs.css'
import { Link } from 'react-router'
import { stayOnPage } from '../../navigation/stay-on-page.ts'
import './details.css'

interface PageTabsProps<Tab extends string> {
  label: string
  /** The labels of the tabs, in order. */
  names: Readonly<Record<Tab, string>>
  tabs: readonly Tab[]
  current: Tab
  pathOf: (tab: Tab) => string
}

/** Tabs with addresses: links in a navigation, so that they open in a new window and work with the Back button. */
export function PageTabs<Tab extends string>({ label, names, tabs, current, pathOf }: PageTabsProps<Tab>) {
  return (
    <div className="pf-v6-c-page__main-tabs wb-page-tabs">
      <div className="pf-v6-c-page__main-body">
        <nav className="pf-v6-c-tabs pf-m-page-insets pf-m-initialized" aria-label={label}>
          <ul className="pf-v6-c-tabs__list">
            {tabs.map((tab) => (
              <li key={tab} className={`pf-v6-c-tabs__item${tab === current ? ' pf-m-current wb-tab-current' : ''}`}>
                <Link
                  className="pf-v6-c-tabs__link"
                  to={pathOf(tab)}
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
