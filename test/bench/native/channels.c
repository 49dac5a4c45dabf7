#include "channels.h"
#include "websocket.h"

enum { BUCKETS = 1 << 14, BATCH_CAPACITY_MIN = 4096, STAMP_BYTES_MAX = 96 };

static channel *buckets[BUCKETS];

channel *find_channel(const uint8_t *room, size_t room_length, const uint8_t *name, size_t name_length) {
  uint8_t key[260];
  if (room_length + name_length + 1 > sizeof key) die("a channel name is too long");
  memcpy(key, room, room_length);
  key[room_length] = ':';
  memcpy(key + room_length + 1, name, name_length);
  size_t length = room_length + 1 + name_length;
  uint32_t hash = 2166136261u; /* FNV-1a */
  for (size_t i = 0; i < length; i++) hash = (hash ^ key[i]) * 16777619u;
  channel **bucket = &buckets[hash % BUCKETS];
  for (channel *c = *bucket; c != NULL; c = c->next)
    if (c->name_length == length && memcmp(c->name, key, length) == 0) return c;
  channel *c = allocate(sizeof *c);
  memcpy(c->name, key, length);
  c->name_length = length;
  c->next = *bucket;
  *bucket = c;
  return c;
}

void add_member(channel *c, struct peer *p) {
  if (c->member_count == c->member_capacity) {
    c->member_capacity = c->member_capacity * 2 + 4;
    c->members = realloc(c->members, c->member_capacity * sizeof *c->members);
    if (c->members == NULL) die("out of memory");
  }
  c->members[c->member_count++] = p;
}

/* The same fields, in the same sizes, as a bus puts behind a client's bytes: sequence, epoch, sender, time, subject. */
static size_t write_stamp(uint8_t *p, uint64_t sequence) {
  static const char sender[] = "node0000.0000000000001", subject[] = "anonymous";
  size_t used = 0;
  p[used++] = 11 << 3;
  used += write_varint(p + used, sequence);
  p[used++] = 12 << 3 | 5;
  memset(p + used, 0x5a, 4);
  used += 4;
  p[used++] = 13 << 3 | 2;
  p[used++] = sizeof sender - 1;
  memcpy(p + used, sender, sizeof sender - 1);
  used += sizeof sender - 1;
  struct timespec wall;
  clock_gettime(CLOCK_REALTIME_COARSE, &wall);
  p[used++] = 14 << 3;
  used += write_varint(p + used, (uint64_t)wall.tv_sec * 1000 + (uint64_t)wall.tv_nsec / 1000000);
  p[used++] = 15 << 3 | 2;
  p[used++] = sizeof subject - 1;
  memcpy(p + used, subject, sizeof subject - 1);
  return used + sizeof subject - 1;
}

int append_message(channel *c, const uint8_t *envelope, size_t length) {
  static size_t capacity_hint = BATCH_CAPACITY_MIN;
  uint8_t stamp[STAMP_BYTES_MAX];
  size_t stamp_length = write_stamp(stamp, ++c->sequence);
  int first = c->pending == NULL;
  if (first) {
    c->pending = allocate(sizeof(batch));
    c->pending->start = FRAME_HEADER_MAX;
    c->pending->data = malloc(capacity_hint);
  }
  batch *b = c->pending;
  size_t needed = b->start + b->length + 11 + length + stamp_length;
  if (needed > capacity_hint) capacity_hint = needed * 2;
  b->data = realloc(b->data, capacity_hint);
  if (b->data == NULL) die("out of memory");
  uint8_t *at = b->data + b->start + b->length, *from = at;
  *at++ = 0x0a;
  at += write_varint(at, length + stamp_length);
  memcpy(at, envelope, length);
  memcpy(at + length, stamp, stamp_length);
  b->length += (size_t)(at - from) + length + stamp_length;
  return first;
}

batch *seal_batch(channel *c) {
  batch *b = c->pending;
  c->pending = NULL;
  uint8_t header[FRAME_HEADER_MAX];
  size_t header_length = write_frame_header(header, OPCODE_BINARY, b->length, 0);
  b->start -= header_length;
  b->length += header_length;
  memcpy(b->data + b->start, header, header_length);
  return b;
}

void release_batch(batch *b) {
  if (--b->references > 0) return;
  free(b->data);
  free(b);
}
