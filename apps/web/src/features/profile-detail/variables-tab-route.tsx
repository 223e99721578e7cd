export function Component() {
  return <p>variables</p>
}
