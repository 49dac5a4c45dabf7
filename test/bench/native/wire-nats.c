/* nats-server: a text protocol that ignores the bounds of WebSocket messages (docs.nats.io, client protocol). */
#include "wire.h"

size_t feed_nats(struct client *c, const plan *p, const uint8_t *data, size_t length, int ends) {
  const uint8_t *at = data, *end = data + length;
  (void)ends;
  while (at < end) {
    const uint8_t *line_end = memchr(at, '\n', (size_t)(end - at));
    if (line_end == NULL) break;
    const uint8_t *next = line_end + 1;
    if (at[0] == 'M') { /* MSG <subject> <sid> <bytes>: the size is the last word */
      size_t size = 0, scale = 1;
      for (const uint8_t *digit = line_end - 2; *digit != ' '; digit--, scale *= 10) size += (size_t)(*digit - '0') * scale;
      if ((size_t)(end - next) < size + 2) break;
      on_delivery(c, next + p->marker_at);
      next += size + 2;
    } else if (at[0] == '+') {
      on_ack(c);
    } else if (at[0] == 'P' && at[1] == 'O') {
      on_prologue_reply(c);
    } else if (at[0] == 'P') {
      send_reply(c, "PONG\r\n");
    } else if (at[0] == '-') {
      die("nats-server answered %.*s", (int)(line_end - at), (const char *)at);
    }
    at = next;
  }
  return (size_t)(at - data);
}
