import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import type { ComparisonBody } from '@waybill/api-contract'
import { Link } from 'react-router'
import { paths, projectPath } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { scopeName, scopesOf } from '../../shared/session/scope.ts'
import { usePageSession } from '../../shared/session/page-session.ts'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import { ProfileCrumbs } from '../../shared/ui/page/profile-crumbs.tsx'
import type { CompareData } from './compare-data.ts'
import { FileFaultAlert } from './pair/file-fault-alert.tsx'
import { ComparisonView } from './comparison-view.tsx'
import { sideNames } from './pair/side-name.ts'
import { PairPickers } from './pair/pair-pickers.tsx'
import type { SideName } from './pair/compared-pair.ts'
import type { PickedSide } from './pair/side-picker.tsx'
import '../../shared/ui/page/details.css'
import './compare.css'

export function ComparePage(data: CompareData) {
  const picked = usePicked(data)
  const crumb = data.kind === 'compared' ? data.comparison.left : data.profile?.metadata
  return (
    <PageSection isFilled>
      {crumb ? <ProfileCrumbs profile={crumb} address={(picked.left ?? picked.right)?.address} here="Compare" /> : null}
      <PageHead
        heading="Compare"
        title={titleOf(data)}
        help="comparing"
        beside={<PairPickers pair={data.pair} {...picked} />}
      />
      {data.kind === 'compared' ? (
        <ComparisonView comparison={data.comparison} pair={data.pair} />
      ) : (
        <OtherSide {...data} />
      )}
    </PageSection>
  )
}

function titleOf(data: CompareData): string {
  if (data.kind === 'choosing') return 'Compare'
  const { left, right } = sideNames(data.comparison, data.pair)
  return `${left} and ${right}`
}

const PLACES = { tenant: 'Tenant', system: 'System', file: 'file' } as const

/** What is compared on each side, and where it comes from. */
function usePicked(data: CompareData): Record<SideName, PickedSide | null> {
  const here = useScope()
  const session = usePageSession((state) => state.session)
  const placeOf = (scope: ComparisonBody['left']['scope'], project: string) => {
    if (scope !== 'project') return PLACES[scope]
    const found = session && scopesOf(session).find(({ uid }) => uid === (project || here.uid))
    return found ? scopeName(found) : 'Project'
  }
  const addressOf = (uid: string, project: string) =>
    uid === '' ? null : paths.profile(project === '' ? here : projectPath(project), uid)
  const { pair } = data
  if (data.kind === 'compared') {
    const pickedOf = (side: ComparisonBody['left'], project: string) => ({
      ...side,
      where: placeOf(side.scope, project),
      address: addressOf(side.uid, project),
    })
    const { left, right } = data.comparison
    return { left: pickedOf(left, pair.leftProject), right: pickedOf(right, pair.rightProject) }
  }
  const project = pair.left === '' ? pair.rightProject : pair.leftProject
  const one = data.profile && {
    name: data.profile.metadata.name,
    version: data.profile.spec.version,
    where: '',
    address: addressOf(data.profile.metadata.uid, project),
  }
  return pair.left === '' ? { left: null, right: one } : { left: one, right: null }
}

/** Chooses the other side; versions of the same profile are offered first. */
function OtherSide({ pair, profile, fileFault }: Extract<CompareData, { kind: 'choosing' }>) {
  const scope = useScope()
  const others = profile?.spec.versions.filter(({ uid }) => uid !== profile.metadata.uid) ?? []
  return (
    <EmptyState titleText="Choose what to compare with" headingLevel="h2">
      <EmptyStateBody>
        {fileFault === null ? null : <FileFaultAlert fault={fileFault} />}
        Another version, another profile, one of another project, or a file.
        {others.length === 0 || pair.leftProject !== '' || pair.left === '' ? null : (
          <ul aria-label="Other versions" className="wb-other-versions">
            {others.map(({ uid, version }) => (
              <li key={uid}>
                <Link to={paths.compare(scope, { left: uid, right: pair.left })}>Version {version}</Link>
              </li>
            ))}
          </ul>
        )}
      </EmptyStateBody>
    </EmptyState>
  )
}
