export function Component() {
  return <p>layers</p>
}
