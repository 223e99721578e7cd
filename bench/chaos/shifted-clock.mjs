// Loaded before the server: its clock jumps an hour back at a SIGUSR2, and forward again at the next.
const RealDate = globalThis.Date
let shiftMs = 0
process.on('SIGUSR2', () => (shiftMs = shiftMs === 0 ? -3_600_000 : 0))
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() + shiftMs] : given))
  }
  static now() {
    return RealDate.now() + shiftMs
  }
}
