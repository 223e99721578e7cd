import type { ConsolePackBody } from '@waybill/api-contract'
import { Outlet } from 'react-router'
import { PACK_TABS, paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { Crumbs } from '../../shared/ui/page/crumbs.tsx'
import { Fact } from '../../shared/ui/page/fact.tsx'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import { PageTabs } from '../../shared/ui/page/page-tabs.tsx'
import { cloudName, layerName, packTypeName } from '../../shared/ui/words/profile-words.ts'
import { PackLabels } from './pack-labels.tsx'
import { PackVersionMenu } from './pack-version-menu.tsx'
import { UnavailableContent } from './tabs/unavailable-content.tsx'
import { useTab } from './tabs/use-tab.ts'
import '../../shared/ui/page/details.css'
import './pack-detail.css'

const TAB_NAMES = {
  readme: 'README',
  values: 'Values',
  presets: 'Presets',
  constraints: 'Constraints',
  'used-by': 'Used by',
} as const

export function PackPage({ pack }: { pack: ConsolePackBody }) {
  const scope = useScope()
  const tab = useTab()
  return (
    <>
      <PageSection>
        <Crumbs list="Packs" listPath={paths.packs(scope)} here={pack.name} />
        <PageHead
          heading={pack.displayName}
          title={`${pack.displayName} ${pack.version}`}
          beside={
            <>
              <PackVersionMenu pack={pack} />
              <PackLabels pack={pack} />
            </>
          }
        />
        {pack.description !== '' && <p className="wb-detail-description">{pack.description}</p>}
        <PackFacts pack={pack} />
        {pack.content === 'unavailable' && <UnavailableContent registry={pack.registry.name} />}
      </PageSection>
      <PageTabs
        label="Parts of the pack"
        names={TAB_NAMES}
        tabs={PACK_TABS}
        current={tab}
        pathOf={(each) => paths.pack(scope, pack.uid, each)}
      />
      <PageSection isFilled>
        <Outlet context={pack} />
      </PageSection>
    </>
  )
}

function PackFacts({ pack }: { pack: ConsolePackBody }) {
  const kind = [pack.addonType, pack.addonSubType].filter((word) => word !== '').join(', ')
  return (
    <dl className="wb-facts">
      <Fact name="Name">
        <code>{pack.name}</code>
      </Fact>
      <Fact name="Layer">
        <span className="wb-layer-kind" data-layer={pack.layer}>
          {layerName(pack.layer)}
        </span>
      </Fact>
      {kind !== '' && <Fact name="Purpose">{kind}</Fact>}
      <Fact name="Type">{packTypeName(pack.type)}</Fact>
      <Fact name="Clouds">{pack.cloudTypes.map(cloudName).join(', ') || '–'}</Fact>
      <Fact name="Registry">{pack.registry.name}</Fact>
      {pack.eol !== '' && <Fact name="End of life">{pack.eol}</Fact>}
    </dl>
  )
}
