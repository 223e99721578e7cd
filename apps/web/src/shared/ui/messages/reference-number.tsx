/** The number under which the server logged a failure; renders nothing without one. */
export function ReferenceNumber({ number }: { number: string }) {
  return number === '' ? null : (
    <>
      {' '}
      Reference: <code>{number}</code>
    </>
  )
}
