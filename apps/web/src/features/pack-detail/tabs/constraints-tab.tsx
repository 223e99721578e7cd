import { Constraints, hasConstraints } from '../../../shared/ui/constraints/constraints.tsx'
import { usePack } from '../use-pack.ts'
import { Nothing } from '../../../shared/ui/messages/nothing.tsx'

export function ConstraintsTab() {
  const pack = usePack()
  if (hasConstraints(pack)) return <Constraints pack={pack} />
  return <Nothing title="No constraints">This version has no rules for other packs, the cluster or its values.</Nothing>
}
