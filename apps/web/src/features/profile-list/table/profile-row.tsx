import type { ProfileSummaryBody } from '@waybill/api-contract'
import { Fragment, memo, type ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { cloudName, typeName } from '../../../shared/ui/words/profile-words.ts'
import { EmptyValuesBadge } from '../../../shared/ui/words/empty-values-badge.tsx'
import { RelativeTime } from '../../../shared/ui/words/relative-time.tsx'
import { StateLabel, type ProfileState } from '../../../shared/ui/words/state-label.tsx'
import { ActionCell, Cell, CheckCell, Row } from '../../../shared/ui/list/table.tsx'
import type { Selection } from '../bulk/selection.ts'
import { choiceName } from '../filters/filter-words.ts'
import { UpdatesBadge } from '../updates/updates-badge.tsx'
import type { ProfileUpdate } from '../updates/use-profile-updates.ts'
import type { Column } from '../view/list-view.ts'
import { LayerMarks } from './layer-marks.tsx'
import { RowMenu } from './row-menu.tsx'

interface ProfileRowProps {
  columns: readonly Column[]
  item: ProfileSummaryBody
  update: ProfileUpdate | undefined
  /** It will be deleted once Undo expires. */
  isPending: boolean
  isChosen: boolean
  onChoose: Selection['choose']
}

/** Memoised, so that a click on a checkbox rerenders only one row. */
export const ProfileRow = memo(function ProfileRow({
  columns,
  item,
  update,
  isPending,
  isChosen,
  onChoose,
}: ProfileRowProps) {
  const scope = useScope()
  const { metadata, specSummary } = item
  const template = specSummary.published ?? specSummary.draft
  const older = specSummary.versions.length - 1
  const owner = metadata.annotations['scope'] ?? ''
  const description = metadata.annotations['description'] ?? ''
  const cells: Record<Column, ReactNode> = {
    version: (
      <Cell label="Version" className="wb-breakable">
        {specSummary.version}
        {older > 0 && (
          <>
            {' '}
            <Link
              to={paths.profile(scope, metadata.uid, 'versions')}
              aria-label={`${older} more of ${metadata.name}`}
              className="wb-older-versions"
            >
              +{older} more
            </Link>
          </>
        )}
      </Cell>
    ),
    type: <Cell label="Type">{typeName(template?.type ?? '')}</Cell>,
    cloud: <Cell label="Cloud">{cloudName(template?.cloudType ?? '')}</Cell>,
    layers: (
      <Cell label="Layers" className="wb-profile-layers">
        <LayerMarks name={metadata.name} packs={template?.packs ?? []} />
        {update && <UpdatesBadge update={update} owner={owner} />}
      </Cell>
    ),
    scope: <Cell label="Scope">{choiceName('scope', owner)}</Cell>,
    state: (
      <Cell label="State">
        <StateLabel state={stateOf(item)} />
        {item.status.isInvalid && <p className="wb-state-reason">{packlessText(template?.packs ?? [])}</p>}
      </Cell>
    ),
    modified: (
      <Cell label="Modified">
        <RelativeTime at={metadata.lastModifiedTimestamp} />
      </Cell>
    ),
  }
  return (
    <Row isSelected={isChosen}>
      <CheckCell
        label={`Choose ${metadata.name}`}
        isChecked={isChosen}
        isDisabled={isPending}
        onChange={(isTicked, isRange) => onChoose(metadata.uid, isTicked, isRange)}
      />
      <Cell label="Name" className="wb-profile-name">
        {isPending ? (
          metadata.name
        ) : (
          <Link to={paths.profile(scope, metadata.uid)} title={metadata.name}>
            {metadata.name}
          </Link>
        )}
        {/* Here and not under State, since that column can be hidden. */}
        {isPending && <p>Will be deleted</p>}
        {description !== '' && <p title={description}>{description}</p>}
        <EmptyValuesBadge
          count={item.status.emptyValues}
          to={paths.emptyValues(scope, metadata.uid)}
          of={metadata.name}
        />
      </Cell>
      {columns.map((column) => (
        <Fragment key={column}>{cells[column]}</Fragment>
      ))}
      <ActionCell>{!isPending && <RowMenu uid={metadata.uid} name={metadata.name} />}</ActionCell>
    </Row>
  )
})

function stateOf({ status }: ProfileSummaryBody): ProfileState {
  if (status.isInvalid) return 'invalid'
  return status.isPublished ? 'published' : 'draft'
}

/** Why a profile is invalid: the layers whose pack no longer exists. */
function packlessText(packs: readonly { name: string; isInvalid: boolean }[]): string {
  const names = packs.filter(({ isInvalid }) => isInvalid).map(({ name }) => name)
  return names.length === 1
    ? `${names[0]} is no longer in any registry`
    : `${names.length} packs are no longer in any registry`
}
