import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { counted } from '../../../shared/ui/words/amounts.ts'
import type { BulkAction } from './bulk-actions.tsx'
import type { ListedProfile, Selection } from './selection.ts'
import './bulk.css'

const BulkActionDialog = lazy(async () => ({ default: (await import('./bulk-actions.tsx')).BulkActionDialog }))

const ACTIONS: readonly { action: BulkAction; label: string; permission: string; isReading?: boolean }[] = [
  { action: 'export', label: 'Export', permission: 'clusterProfile.get', isReading: true },
  { action: 'publish', label: 'Publish', permission: 'clusterProfile.publish' },
  { action: 'tag', label: 'Tag', permission: 'clusterProfile.update' },
  { action: 'delete', label: 'Delete', permission: 'clusterProfile.delete' },
]

const NONE_OWN = 'What you chose belongs to another scope. Choose that scope to change it.'

const ALL_OF_PAGE = 'All on this page are chosen. Another page is chosen from by itself.'

interface Asked {
  action: BulkAction
  profiles: readonly ListedProfile[]
  leftOut: readonly ListedProfile[]
}

interface SelectionBarProps {
  selection: Selection
  /** How many more the list has. */
  onOtherPages: number
}

/** The actions on the selected profiles. */
export function SelectionBar({ selection: { chosen, isAll, chooseAll }, onOtherPages }: SelectionBarProps) {
  const scope = useScope()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Asked | null>(null)
  const own = chosen.filter(({ owner }) => owner === scope.kind)
  const [left, right] = chosen
  const compare = () => {
    if (left && right) void navigate(paths.compare(scope, { left: left.uid, right: right.uid }))
  }
  const isAllOfPage = isAll && onOtherPages > 0
  const said = isAllOfPage
    ? `All ${chosen.length} on this page chosen, of ${chosen.length + onOtherPages}`
    : chosen.length > 0 && `${counted(chosen.length, 'profile')} chosen`
  const chooseNone = () => {
    // The button is removed with the bar, and the focus with it.
    document.querySelector<HTMLElement>('.wb-profiles tbody :checked')?.focus({ preventScroll: true })
    chooseAll(false)
  }
  return (
    <>
      <div className="wb-selection" role="group" aria-label="Chosen profiles" hidden={chosen.length === 0}>
        <span role="status">{said}</span>
        {ACTIONS.map(({ action, label, permission, isReading = false }) => (
          <ActionButton
            key={action}
            label={label}
            variant="secondary"
            reason={roleRefusal(scope, permission) ?? (isReading || own.length > 0 ? undefined : NONE_OWN)}
            onClick={() =>
              setAsked({
                action,
                profiles: isReading ? chosen : own,
                leftOut: isReading ? [] : chosen.filter((each) => !own.includes(each)),
              })
            }
          />
        ))}
        <ActionButton
          label="Compare"
          variant="secondary"
          reason={chosen.length === 2 ? undefined : 'Choose exactly two profiles to compare them.'}
          onClick={compare}
        />
        <ActionButton
          label="Choose all"
          variant="link"
          reason={isAllOfPage ? ALL_OF_PAGE : isAll ? 'All are chosen.' : undefined}
          onClick={() => chooseAll(true)}
        />
        <ActionButton label="Choose none" variant="link" reason={undefined} onClick={chooseNone} />
      </div>
      {asked && (
        <Suspense>
          <BulkActionDialog {...asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  )
}
