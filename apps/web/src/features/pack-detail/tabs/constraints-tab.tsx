import { Constraints, hasConstraints } from '../../../shared/ui/constraints/constraints.tsx'
import { usePack } from '../use-pack.ts'
import { NothingHere } from './nothing-here.tsx'

export function ConstraintsTab() {
  const pack = usePack()
  if (hasConstraints(pack)) return <Constraints pack={pack} />
  return (
    <NothingHere title="No constraints">
      This version has no rules for other packs, the cluster or its values.
    </NothingHere>
  )
}
