import { BlockList, isIPv6, type Socket } from 'node:net'

/** So that one address's idle connections cannot use up everybody's. */
const MOST_OF_ADDRESS = 400

/** Called for each new connection before anything is read from it; closes those over the limit of their address. */
export function limitConnectionsOfAddress(unlimited: readonly string[]): (socket: Socket) => void {
  const isUnlimited = networksOf(unlimited)
  const open = new Map<string, number>()
  return (socket) => {
    const address = socket.remoteAddress?.replace(/^::ffff:/, '')
    if (address === undefined || isUnlimited(address)) return
    const count = (open.get(address) ?? 0) + 1
    if (count > MOST_OF_ADDRESS) return void socket.destroy()
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  }
}

/** Matches addresses and networks as given in the setting TRUST_PROXY. */
function networksOf(list: readonly string[]): (address: string) => boolean {
  const networks = new BlockList()
  for (const entry of list) {
    const [address = '', prefix] = entry.split('/')
    if (prefix === undefined) networks.addAddress(address, familyOf(address))
    else networks.addSubnet(address, Number(prefix), familyOf(address))
  }
  return (address) => networks.check(address, familyOf(address))
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')
