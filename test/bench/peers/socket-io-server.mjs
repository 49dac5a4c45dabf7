/** A plain Socket.IO server as its documentation shows it: rooms, WebSocket only, everything else by default. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'] });
io.on('connection', (socket) => {
  socket.on('join', (room, done) => {
    socket.join(room);
    done();
  });
  socket.on('publish', (room, payload) => {
    io.to(room).emit('m', payload);
  });
  socket.on('publish-ack', (room, payload, done) => {
    io.to(room).emit('m', payload);
    done();
  });
});
http.listen(Number(process.argv[2]), '127.0.0.1');
