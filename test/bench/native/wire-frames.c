/* ArqonBus and the batched reference server: Protobuf Frames; an envelope begins with its version and its type. */
#include "wire.h"

enum { TYPE_EVENT = 1, TYPE_ACK = 16, TYPE_ERROR = 17, TYPE_COMMAND_RESULT = 18 };

static void refuse(const uint8_t *envelope, size_t length) {
  fputs("the server answered with an error: ", stderr);
  for (size_t i = 0; i < length; i++) fputc(envelope[i] >= 32 && envelope[i] < 127 ? envelope[i] : ' ', stderr);
  die("");
}

size_t feed_frames(struct client *c, const plan *p, const uint8_t *data, size_t length, int ends) {
  const uint8_t *at = data, *end = data + length;
  (void)ends;
  while (at < end) {
    uint64_t size;
    if (*at != 0x0a) die("expected an envelope (0x0a), got 0x%02x", *at);
    size_t used = read_varint(at + 1, end, &size);
    if (used == 0 || (uint64_t)(end - at - 1) < used + size) break;
    const uint8_t *envelope = at + 1 + used;
    if (size < 4 || envelope[0] != 0x08 || envelope[2] != 0x10) die("an envelope without version and type in front");
    switch (envelope[3]) {
      case TYPE_EVENT:
        if (size < p->marker_at + MARKER_DIGITS) die("an event of %lu bytes", (unsigned long)size);
        on_delivery(c, envelope + p->marker_at);
        break;
      case TYPE_ACK: on_ack(c); break;
      case TYPE_COMMAND_RESULT: on_prologue_reply(c); break;
      case TYPE_ERROR: refuse(envelope, size); break;
      default: break; /* announcements do not count */
    }
    at = envelope + size;
  }
  return (size_t)(at - data);
}
