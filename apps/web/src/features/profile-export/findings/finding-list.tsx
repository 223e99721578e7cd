import { useId, useMemo, useState } from 'react'
import { groupFindings, type Finding, type FindingGroup } from './finding.ts'
import { FindingGroupSection, type RowContext } from './finding-group.tsx'

/** Groups are expanded initially until about this many rows are visible. */
const OPEN_ROWS = 60

interface FindingListProps extends Pick<RowContext, 'maskedIds' | 'chosenId' | 'actions'> {
  findings: readonly Finding[]
  mayUnmask: boolean
}

/** All findings in the file, grouped by layer. */
export function FindingList({ findings, mayUnmask, ...context }: FindingListProps) {
  const refusalId = useId()
  const groups = useMemo(() => groupFindings(findings), [findings])
  const { isOpen, toggle } = useOpenGroups(groups, context.chosenId)
  if (findings.length === 0) return <p>Nothing in this profile is or looks like a secret.</p>
  return (
    <>
      {mayUnmask ? null : (
        <p id={refusalId} className="wb-export-refusal">
          What is masked stays masked: leaving a value in clear needs the permission <code>clusterProfile.update</code>.
        </p>
      )}
      <div className="wb-finding-groups">
        {groups.map((group) => (
          <FindingGroupSection
            key={group.key}
            group={group}
            isOpen={isOpen(group)}
            refusalId={mayUnmask ? undefined : refusalId}
            onToggle={() => toggle(group)}
            {...context}
          />
        ))}
      </div>
    </>
  )
}

/** The expanded groups: the first ones, those that were toggled, and the group of the finding selected in the file. */
function useOpenGroups(groups: readonly FindingGroup[], chosenId: string | null) {
  const openAtFirst = useMemo(() => firstGroups(groups), [groups])
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [shownId, setShownId] = useState<string | null>(null)
  const set = (key: string, isOpen: boolean) => setToggled((before) => new Map(before).set(key, isOpen))
  if (chosenId !== shownId) {
    setShownId(chosenId)
    const group = groups.find(({ findings }) => findings.some(({ id }) => id === chosenId))
    if (group) set(group.key, true)
  }
  const isOpen = ({ key }: FindingGroup) => toggled.get(key) ?? openAtFirst.has(key)
  return { isOpen, toggle: (group: FindingGroup) => set(group.key, !isOpen(group)) }
}

function firstGroups(groups: readonly FindingGroup[]): ReadonlySet<string> {
  let rows = 0
  const open = groups.filter(({ findings }, index) => {
    rows += findings.length
    return index === 0 || rows <= OPEN_ROWS
  })
  return new Set(open.map(({ key }) => key))
}
