/* Socket.IO 4 over WebSocket only: one packet per text message (Engine.IO 4 and Socket.IO 5 protocol documents). */
#include "wire.h"

size_t feed_socket_io(struct client *c, const plan *p, const uint8_t *data, size_t length, int ends) {
  if (!ends) return 0;
  if (length == 0) return 0;
  if (data[0] == '2') {
    send_reply(c, "3");
  } else if (data[0] == '0') {
    on_prologue_reply(c); /* Engine.IO handshake */
  } else if (data[0] == '4' && length > 1) {
    if (data[1] == '0') on_prologue_reply(c);
    else if (data[1] == '2') on_delivery(c, data + p->marker_at);
    else if (data[1] == '3') on_ack(c);
    else die("unexpected packet %.*s", (int)length, (const char *)data);
  }
  return length;
}
