import { act, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { drawRoutes } from '../../../testing/draw.tsx'
import { ConfirmDialog } from '../dialogs/confirm-dialog.tsx'
import { useChange } from './use-change.ts'
import { useDeletion } from './use-deletion.ts'

const nothing = () => undefined

/** An answer that arrives when the test says so. */
function answerLater() {
  let come: () => void = nothing
  const request = () =>
    new Promise<{ ok: true; value: null }>((resolve) => {
      come = () => resolve({ ok: true, value: null })
    })
  return { request, come: () => come() }
}

interface AskedProps {
  action: string
  isBusy: boolean
  onConfirm: () => void
  onClose: () => void
}

const Asked = ({ action, ...asked }: AskedProps) => (
  <ConfirmDialog {...asked} title={`${action}?`} action={action}>
    It is done at once.
  </ConfirmDialog>
)

interface SendingProps {
  request: () => Promise<{ ok: true; value: null }>
  onClose: () => void
}

function Rename({ request, onClose }: SendingProps) {
  const { isBusy, change } = useChange(onClose)
  return <Asked action="Rename" isBusy={isBusy} onConfirm={() => void change(request, 'Renamed.')} onClose={onClose} />
}

function Delete({ request, onClose }: SendingProps) {
  const { isBusy, remove } = useDeletion('/list')
  return <Asked action="Delete" isBusy={isBusy} onConfirm={() => void remove(request, 'Deleted.')} onClose={onClose} />
}

/** The browser's Back button, which no dialog covers. */
const Back = ({ onGone }: { onGone: () => void }) => (
  <button type="button" onClick={onGone}>
    Back
  </button>
)

test('a request cannot be sent again while the page reloads afterwards', async () => {
  const { promise: loaded, resolve: load } = Promise.withResolvers<null>()
  let loads = 0
  const loader = () => ((loads += 1) === 1 ? null : loaded)
  let sent = 0
  const request = async () => {
    sent += 1
    return { ok: true as const, value: null }
  }
  const Component = () => {
    const [isOpen, setIsOpen] = useState(true)
    return isOpen ? <Rename request={request} onClose={() => setIsOpen(false)} /> : <p>Closed</p>
  }
  const user = drawRoutes([{ path: '/', loader, Component, HydrateFallback: nothing }])
  await user.click(await screen.findByRole('button', { name: 'Rename' }))
  await waitFor(() => expect(loads).toBe(2))
  expect(screen.getByRole('button', { name: /Rename$/ }).ariaDisabled).toBe('true')
  expect(sent).toBe(1)
  load(null)
  expect(await screen.findByText('Closed')).toBeTruthy()
})

test('clicks before the button is rendered again send only once', async () => {
  let sent = 0
  const request = async () => {
    sent += 1
    return { ok: true as const, value: null }
  }
  const Component = () => <Rename request={request} onClose={nothing} />
  drawRoutes([{ path: '/', Component }])
  const rename = await screen.findByRole('button', { name: 'Rename' })
  await act(async () => {
    rename.click()
    rename.click()
  })
  expect(sent).toBe(1)
})

test('a dialog left while sending does not close one opened since', async () => {
  const { request, come } = answerLater()
  let loads = 0
  const loader = () => (loads += 1)
  const Component = () => {
    const [open, setOpen] = useState<'first' | 'second' | null>('first')
    return (
      <>
        <Back onGone={() => setOpen('second')} />
        {open === 'first' && <Rename request={request} onClose={() => setOpen(null)} />}
        {open === 'second' && <p>Second</p>}
      </>
    )
  }
  const user = drawRoutes([{ path: '/', loader, Component, HydrateFallback: nothing }])
  await user.click(await screen.findByRole('button', { name: 'Rename' }))
  await user.click(screen.getByRole('button', { name: 'Back', hidden: true }))
  come()
  await waitFor(() => expect(loads).toBe(2))
  expect(await screen.findByText('Second')).toBeTruthy()
})

test('a deletion does not navigate away from a page opened meanwhile', async () => {
  const { request, come } = answerLater()
  let loads = 0
  const loader = () => (loads += 1)
  const Component = () => {
    const [isOpen, setIsOpen] = useState(true)
    return (
      <>
        <Back onGone={() => setIsOpen(false)} />
        {isOpen ? <Delete request={request} onClose={nothing} /> : <p>Here</p>}
      </>
    )
  }
  const user = drawRoutes([
    { path: '/', loader, Component, HydrateFallback: nothing },
    { path: '/list', loader, element: <p>List</p> },
  ])
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  await user.click(screen.getByRole('button', { name: 'Back', hidden: true }))
  come()
  await waitFor(() => expect(loads).toBe(2))
  expect(await screen.findByText('Here')).toBeTruthy()
})
