/* WebSocket frame headers (RFC 6455, section 5.2), both directions. */
#ifndef WEBSOCKET_H
#define WEBSOCKET_H
#include "base.h"

enum { OPCODE_TEXT = 1, OPCODE_BINARY = 2, OPCODE_CLOSE = 8, OPCODE_PING = 9, OPCODE_PONG = 10 };
enum { FRAME_HEADER_MAX = 14 };

typedef struct {
  uint8_t opcode, masked;
  uint8_t mask[4];
  uint64_t length;
} frame_header;

/* Bytes the header takes, or 0 if it is not all there yet. */
static inline size_t read_frame_header(const uint8_t *p, size_t available, frame_header *header) {
  if (available < 2) return 0;
  header->opcode = p[0] & 0x0f;
  header->masked = p[1] >> 7;
  header->length = p[1] & 0x7f;
  size_t used = 2;
  size_t extended = header->length == 126 ? 2 : header->length == 127 ? 8 : 0;
  if (available < used + extended + (header->masked ? 4u : 0u)) return 0;
  if (extended > 0) {
    header->length = 0;
    for (size_t i = 0; i < extended; i++) header->length = header->length << 8 | p[used + i];
    used += extended;
  }
  if (header->masked) {
    memcpy(header->mask, p + used, 4);
    used += 4;
  }
  return used;
}

/* Writes a final frame's header. A client must mask; the all-zero key is a legal one and leaves the payload as it is. */
static inline size_t write_frame_header(uint8_t *p, uint8_t opcode, uint64_t length, int masked) {
  size_t used = 2;
  p[0] = 0x80 | opcode;
  if (length < 126) {
    p[1] = (uint8_t)length;
  } else {
    size_t extended = length < 65536 ? 2 : 8;
    p[1] = extended == 2 ? 126 : 127;
    for (size_t i = 0; i < extended; i++) p[used++] = (uint8_t)(length >> (8 * (extended - 1 - i)));
  }
  if (masked) {
    p[1] |= 0x80;
    memset(p + used, 0, 4);
    used += 4;
  }
  return used;
}
#endif
