import { api, ifMatch } from '@waybill/api-client'
import type { ComparisonBody } from '@waybill/api-contract'
import { useRevalidator } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'
import { useSending } from '../../../shared/ui/sending/use-sending.ts'
import type { Pair, SideName } from '../pair/compared-pair.ts'
import type { Part } from '../parts/compared-parts.ts'

interface TakingOver {
  part: Part
  comparison: ComparisonBody
  pair: Pair
  into: SideName
  onDone: () => void
}

/** Takes a part over and compares again; a refusal is shown in the dialog. */
export function useTakeOver({ part, comparison, pair, into, onDone }: TakingOver) {
  const scope = useScope()
  const { revalidate } = useRevalidator()
  const { isBusy, error, send, isOpen } = useSending()
  const target = comparison[into]
  const from = into === 'left' ? 'right' : 'left'
  const here = scope.kind === 'project' ? scope.uid : ''
  const project = pair[`${into}Project`] || here
  const fromProjectUid = pair[`${from}Project`] || here
  const connection = connectionOf(project === '' ? scope : { kind: 'project', uid: project })
  const params = { uid: target.uid }
  const draft = `the draft of ${target.name} ${target.version}`
  const take = () =>
    api.comparisons.takeOver(ifMatch(connection, target.etag), {
      params,
      body: {
        from: comparison[from].uid,
        kind: part.kind === 'layer' ? 'layer' : 'variable',
        part: part.name,
        ...(fromProjectUid === '' ? {} : { fromProjectUid }),
      },
    })
  const takeBack = async (body: { undo: string }) => {
    const back = await api.comparisons.takeOver(connection, { params, body })
    showToast(
      back.ok
        ? { kind: 'success', title: `${part.name} is in ${draft} as it was before.` }
        : { kind: 'danger', title: `${part.name} could not be undone: ${failureLine(back.error)}` },
    )
    await revalidate()
  }
  const takeOver = () =>
    send(take, async (before) => {
      showToast({
        kind: 'success',
        title: `${part.name} was copied into ${draft}.`,
        undo: () => void takeBack(before),
      })
      if (isOpen()) onDone()
      await revalidate()
    })
  return { isBusy, error, takeOver }
}
