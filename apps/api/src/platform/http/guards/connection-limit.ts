import { BlockList, isIPv6, type Socket } from 'node:net'

/** So that nobody's silent connections take everybody's places. */
const MOST_OF_ADDRESS = 400

/** Hears of each connection before a byte of it is read, and lets go of those over the limit of their address. */
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

/** Addresses and networks as the setting TRUST_PROXY takes them. */
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
