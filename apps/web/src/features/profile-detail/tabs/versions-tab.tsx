import type { ProfileVersionsBody } from '@waybill/api-contract'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Cell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { EmptyValuesBadge } from '../../../shared/ui/words/empty-values-badge.tsx'
import { RelativeTime } from '../../../shared/ui/words/relative-time.tsx'
import { StateLabel } from '../../../shared/ui/words/state-label.tsx'
import { hasWaitingDraft, useProfileData } from '../profile-data.ts'

type Version = ProfileVersionsBody['items'][number]

const TITLES = ['Version', 'State', 'Author', 'Created', 'Origin', 'Compare', 'UID']

/** Every version of this name in the profile's scope, and how it was created. */
export function VersionsTab({ versions }: { versions: readonly Version[] }) {
  const { profile } = useProfileData()
  const { metadata, spec } = profile
  const shown = { uid: metadata.uid, version: spec.version, hasDraft: hasWaitingDraft(profile) }
  // The newest version comes first.
  const at = versions.findIndex(({ uid }) => uid === metadata.uid)
  return (
    <Table label={`Versions of ${metadata.name}`} head={TITLES}>
      {versions.map((version, index) => (
        <VersionRow key={version.uid} {...version} shown={shown} isOlder={index > at} />
      ))}
    </Table>
  )
}

interface VersionRowProps extends Version {
  /** The version whose page is open. */
  shown: { uid: string; version: string; hasDraft: boolean }
  /** Whether this version is older than the shown one. */
  isOlder: boolean
}

function VersionRow({
  uid,
  version,
  state,
  emptyValues,
  authorName,
  createdAt,
  origin,
  shown,
  isOlder,
}: VersionRowProps) {
  const scope = useScope()
  const isShown = uid === shown.uid
  return (
    <Row>
      <Cell label="Version">
        {isShown ? (
          <>
            <strong>{version}</strong> <Label isCompact>Shown here</Label>
          </>
        ) : (
          <Link to={paths.profile(scope, uid, 'versions')} state={stayOnPage}>
            {version}
          </Link>
        )}
      </Cell>
      <Cell label="State">
        <StateLabel state={state} /> {isShown && shown.hasDraft && <StateLabel state="waiting" />}{' '}
        <EmptyValuesBadge count={emptyValues} to={paths.emptyValues(scope, uid)} of={version} />
      </Cell>
      <Cell label="Author" className="wb-breakable">
        {authorName || <span className="wb-subtle">unknown</span>}
      </Cell>
      <Cell label="Created" isNowrap>
        <RelativeTime at={createdAt} />
      </Cell>
      <Cell label="Origin" className="wb-breakable">
        <Origin origin={origin} />
      </Cell>
      <Cell label="Compare">
        {isShown ? (
          '–'
        ) : (
          <CompareLink older={isOlder ? { uid, version } : shown} newer={isOlder ? shown : { uid, version }} />
        )}
      </Cell>
      <Cell label="UID">
        <code>{uid}</code>
      </Cell>
    </Row>
  )
}

interface CompareLinkProps {
  older: { uid: string; version: string }
  newer: { uid: string; version: string }
}

/** The older version on the left, so that the differences read as additions of the newer one. */
function CompareLink({ older, newer }: CompareLinkProps) {
  return (
    <Link to={paths.compare(useScope(), { left: older.uid, right: newer.uid })}>
      {older.version} with {newer.version}
    </Link>
  )
}

function Origin({ origin }: { origin: Version['origin'] }) {
  const scope = useScope()
  if (origin.kind === 'imported') return <>Imported from {origin.fileName}</>
  if (origin.kind === 'made') return <>Made here</>
  if (origin.from === null) return <>Cloned</>
  const { uid, name, version } = origin.from
  return (
    <>
      Cloned from{' '}
      <Link to={paths.profile(scope, uid)}>
        {name} {version}
      </Link>
    </>
  )
}
