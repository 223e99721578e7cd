/** The number under which the server's log has a failure; nothing where it gave none. */
export function ReferenceNumber({ number }: { number: string }) {
  return number === '' ? null : (
    <>
      {' '}
      Reference: <code>{number}</code>
    </>
  )
}
