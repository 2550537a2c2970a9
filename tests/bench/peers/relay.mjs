// npm `ws` as a bare relay: what comes from a connection of /g/NUMBER goes to all of that group, itself included.
import { load } from '../../support/packages.mjs'

const { WebSocketServer } = load('ws')
const groups = new Map()

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false, clientTracking: false })
server.on('connection', (socket, request) => {
  if (!groups.has(request.url)) groups.set(request.url, new Set())
  const group = groups.get(request.url).add(socket)
  socket.on('message', (data, binary) => {
    for (const member of group) member.send(data, { binary })
  })
  socket.on('close', () => group.delete(socket))
  socket.on('error', () => {})
})
server.on('listening', () => console.log(JSON.stringify({ port: server.address().port })))
process.stdin.on('end', () => process.exit()).resume()
