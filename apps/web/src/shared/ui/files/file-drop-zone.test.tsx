import { fireEvent, screen, waitFor } from '@testing-library/react'
import { installedLimits, installLimits } from '@waybill/profile-format'
import { expect, onTestFinished, test } from 'vitest'
import { draw } from '../../../testing/draw.tsx'
import { FileDropZone } from './file-drop-zone.tsx'

const json = (name: string) => new File(['{}'], name)

/** Renders the drop zone, and returns what it accepted. */
function drawZone() {
  const taken: string[] = []
  const user = draw(
    <FileDropZone
      isCompact={false}
      hint="Nothing is sent yet."
      onFile={({ name }, isOneOfSeveral) => taken.push(isOneOfSeveral ? `${name}, of several` : name)}
      onPasteText={() => {}}
    />,
  )
  return { taken, user }
}

function drop(files: File[], types = ['Files']): void {
  const items = files.map((file) => ({ kind: 'file', type: file.type, getAsFile: () => file }))
  fireEvent.drop(screen.getByRole('button', { name: 'Upload file' }), { dataTransfer: { files, items, types } })
}

test('accepts a file with any extension: its content decides', async () => {
  const { taken } = drawZone()
  drop([json('profile.txt')])
  await waitFor(() => expect(taken).toEqual(['profile.txt']))
})

test('accepts the first of several files, and says that there were others', async () => {
  const { taken } = drawZone()
  drop([json('first.json'), json('second.json')])
  await waitFor(() => expect(taken).toEqual(['first.json, of several']))
})

test('ignores a drop without files', async () => {
  const { taken } = drawZone()
  drop([], ['text/plain'])
  drop([json('after.json')])
  await waitFor(() => expect(taken).toEqual(['after.json']))
})

test('accepts a file chosen in the dialog', async () => {
  const { taken, user } = drawZone()
  await user.upload(screen.getByLabelText('Profile file'), json('chosen.json'))
  await waitFor(() => expect(taken).toEqual(['chosen.json']))
})

test('names the limit that the installation set', () => {
  const before = installedLimits()
  onTestFinished(() => installLimits(before))
  installLimits({ ...before, fileBytes: 32 * 2 ** 20 })
  drawZone()
  expect(screen.getByText(/up to/).textContent).toContain('up to 32 MB')
})
