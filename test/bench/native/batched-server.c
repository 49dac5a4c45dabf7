/*
 * The practical limit to compare with: a server in C that does for ArqonBus clients only what a delivery needs. Per tick
 * (one epoll_wait) it joins each channel's messages into one shared batch and writes once per connection. No history, no
 * limits, no authorization, no metrics.
 *
 *   batched-server PORT ACCEPT [LOSE]
 *
 * ACCEPT is the Sec-WebSocket-Accept for the generator's one key, so that no hash is needed here. LOSE drops every LOSE-th
 * delivery batch: it exists to prove that the generator notices.
 */
#include "channels.h"
#include "websocket.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum { READ_BYTES = 256 * 1024, CONNECTIONS_MAX = 32768, CHUNKS_PER_WRITE = 64, DIRTY_CHANNELS_MAX = 65536 };

typedef struct peer {
  int fd, upgraded, touched, waits_for_room;
  buffer in, replies; /* replies: framed when the tick ends */
  batch **queue;
  size_t queue_head, queue_length, queue_capacity, offset;
} peer;

typedef struct {
  const uint8_t *data;
  size_t length;
} span;

static int epoll_fd;
static const char *accept_value;
static unsigned long lose_every, batches_queued;
static peer *touched[CONNECTIONS_MAX];
static size_t touched_count, accepted;
static channel *dirty[DIRTY_CHANNELS_MAX];
static size_t dirty_count;

static void watch(peer *p, int operation, int writable) {
  struct epoll_event event = {.events = EPOLLIN | (writable ? (uint32_t)EPOLLOUT : 0u), .data.ptr = p};
  if (epoll_ctl(epoll_fd, operation, p->fd, &event) != 0) die("epoll_ctl: %s", strerror(errno));
  p->waits_for_room = writable;
}

static void touch(peer *p) {
  if (p->touched) return;
  p->touched = 1;
  touched[touched_count++] = p;
}

static void enqueue(peer *p, batch *b) {
  if (p->fd < 0) return;
  if (p->queue_length == p->queue_capacity) {
    p->queue_capacity = p->queue_capacity * 2 + 8;
    p->queue = realloc(p->queue, p->queue_capacity * sizeof *p->queue);
    if (p->queue == NULL) die("out of memory");
  }
  b->references++;
  p->queue[p->queue_length++] = b;
  touch(p);
}

static void write_queue(peer *p) {
  while (p->queue_head < p->queue_length) {
    struct iovec chunks[CHUNKS_PER_WRITE];
    size_t count = 0;
    for (size_t i = p->queue_head; i < p->queue_length && count < CHUNKS_PER_WRITE; i++, count++) {
      size_t skip = count == 0 ? p->offset : 0;
      chunks[count] = (struct iovec){p->queue[i]->data + p->queue[i]->start + skip, p->queue[i]->length - skip};
    }
    ssize_t n = writev(p->fd, chunks, (int)count);
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
    if (n < 0) return; /* the reader sees the end of the connection */
    for (p->offset += (size_t)n; p->queue_head < p->queue_length && p->offset >= p->queue[p->queue_head]->length;) {
      p->offset -= p->queue[p->queue_head]->length;
      release_batch(p->queue[p->queue_head++]);
    }
  }
  if (p->queue_head == p->queue_length) p->queue_head = p->queue_length = 0;
  int blocked = p->queue_length > 0;
  if (blocked != p->waits_for_room) watch(p, EPOLL_CTL_MOD, blocked);
}

/* Next field of a message whose fields are varints, bytes and 32-bit numbers; 0 at the end. */
static uint32_t next_field(span *message, span *value, uint64_t *number) {
  const uint8_t *end = message->data + message->length;
  uint64_t key;
  size_t used = message->length > 0 ? read_varint(message->data, end, &key) : 0;
  if (used == 0) return 0;
  const uint8_t *at = message->data + used;
  *value = (span){at, 0};
  if ((key & 7) == 5) at += 4;
  else {
    used = read_varint(at, end, number);
    if (used == 0) die("a truncated field");
    at += used;
    if ((key & 7) == 2) {
      *value = (span){at, (size_t)*number};
      at += *number;
    }
  }
  if (at > end) die("a field past the end of its message");
  *message = (span){at, (size_t)(end - at)};
  return (uint32_t)(key >> 3);
}

static void reply(peer *p, uint8_t type, span id, uint64_t sequence) {
  uint8_t *at = buffer_reserve(&p->replies, 64 + id.length), *from = at;
  uint8_t body[32];
  size_t body_length = 0;
  if (sequence > 0) { /* Ack { sequence, epoch, durability } */
    body[body_length++] = 1 << 3;
    body_length += write_varint(body + body_length, sequence);
    memcpy(body + body_length, "\x15\x5a\x5a\x5a\x5a\x18\x01", 7);
    body_length += 7;
  }
  size_t size = 4 + 2 + id.length + (body_length > 0 ? 3 + body_length : 0);
  *at++ = 0x0a;
  at += write_varint(at, size);
  *at++ = 0x08, *at++ = 1, *at++ = 0x10, *at++ = type;
  *at++ = 9 << 3 | 2, *at++ = (uint8_t)id.length;
  memcpy(at, id.data, id.length);
  at += id.length;
  if (body_length > 0) {
    at += write_varint(at, 52 << 3 | 2);
    *at++ = (uint8_t)body_length;
    memcpy(at, body, body_length);
    at += body_length;
  }
  p->replies.length += (size_t)(at - from);
  touch(p);
}

static void handle_command(peer *p, span id, span command) {
  span value, join = {0}, room = {0}, name = {0};
  uint64_t number = 0;
  for (uint32_t field; (field = next_field(&command, &value, &number)) != 0;)
    if (field == 3) join = value;
  for (uint32_t field; (field = next_field(&join, &value, &number)) != 0;) {
    if (field == 1) room = value;
    if (field == 2) name = value;
  }
  if (room.length > 0) add_member(find_channel(room.data, room.length, name.data, name.length), p);
  reply(p, 18, id, 0);
}

static void handle_envelope(peer *p, span envelope) {
  span rest = envelope, value, id = {0}, room = {0}, name = {0}, command = {0};
  uint64_t number = 0, type = 0, want_ack = 0;
  for (uint32_t field; (field = next_field(&rest, &value, &number)) != 0;) {
    if (field == 2) type = number;
    else if (field == 3) id = value;
    else if (field == 4) room = value;
    else if (field == 5) name = value;
    else if (field == 10) want_ack = number;
    else if (field == 50) command = value;
  }
  if (type == 6) {
    handle_command(p, id, command);
    return;
  }
  channel *c = find_channel(room.data, room.length, name.data, name.length);
  if (c->member_count == 0) c->sequence++;
  else if (append_message(c, envelope.data, envelope.length)) {
    if (dirty_count == DIRTY_CHANNELS_MAX) die("too many channels in one tick");
    dirty[dirty_count++] = c;
  }
  if (want_ack) reply(p, 16, id, c->sequence);
}

static void handle_message(peer *p, const frame_header *header, uint8_t *data) {
  if (header->masked && (header->mask[0] | header->mask[1] | header->mask[2] | header->mask[3]) != 0)
    for (uint64_t i = 0; i < header->length; i++) data[i] ^= header->mask[i & 3];
  span frame = {data, (size_t)header->length}, envelope;
  uint64_t number;
  while (header->opcode == OPCODE_BINARY && next_field(&frame, &envelope, &number) == 1) handle_envelope(p, envelope);
}

static size_t upgrade(peer *p, const uint8_t *data, size_t length) {
  const uint8_t *end = memmem(data, length, "\r\n\r\n", 4);
  if (end == NULL) return 0;
  char response[512];
  int n = snprintf(response, sizeof response,
                   "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Accept: %s\r\nSec-WebSocket-Protocol: arqonbus.v1\r\n\r\n", accept_value);
  if (write(p->fd, response, (size_t)n) != n) die("an upgrade response did not fit");
  p->upgraded = 1;
  return (size_t)(end - data) + 4;
}

static void read_peer(peer *p) {
  static uint8_t shared[READ_BYTES];
  ssize_t n = recv(p->fd, shared, sizeof shared, MSG_DONTWAIT);
  if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
  if (n <= 0) { /* its place in the member lists stays: a run uses channels of its own */
    close(p->fd);
    p->fd = -1;
    return;
  }
  uint8_t *data = shared;
  size_t length = (size_t)n, used = 0;
  if (p->in.length > 0) {
    buffer_append(&p->in, shared, length);
    data = p->in.data;
    length = p->in.length;
  }
  if (!p->upgraded) used = upgrade(p, data, length);
  while (p->upgraded && used < length) {
    frame_header header;
    size_t header_length = read_frame_header(data + used, length - used, &header);
    if (header_length == 0 || length - used - header_length < header.length) break;
    handle_message(p, &header, data + used + header_length);
    used += header_length + header.length;
  }
  if (data == shared) buffer_append(&p->in, data + used, length - used);
  else buffer_drop_front(&p->in, used);
}

static void queue_replies(peer *p) {
  batch *b = allocate(sizeof *b);
  uint8_t header[FRAME_HEADER_MAX];
  size_t header_length = write_frame_header(header, OPCODE_BINARY, p->replies.length, 0);
  b->length = header_length + p->replies.length;
  b->data = allocate(b->length);
  memcpy(b->data, header, header_length);
  memcpy(b->data + header_length, p->replies.data, p->replies.length);
  p->replies.length = 0;
  enqueue(p, b);
}

static void flush_tick(void) {
  for (size_t i = 0; i < dirty_count; i++) {
    channel *c = dirty[i];
    batch *b = seal_batch(c);
    b->references = 1;
    for (uint32_t j = 0; j < c->member_count; j++)
      if (lose_every == 0 || ++batches_queued % lose_every != 0) enqueue(c->members[j], b);
    release_batch(b);
  }
  dirty_count = 0;
  for (size_t i = 0; i < touched_count; i++) {
    if (touched[i]->replies.length > 0) queue_replies(touched[i]);
    if (touched[i]->fd >= 0 && !touched[i]->waits_for_room) write_queue(touched[i]);
    touched[i]->touched = 0;
  }
  touched_count = 0;
}

static int listen_on(uint16_t port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), on = 1;
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0 || listen(fd, 4096) != 0)
    die("port %u: %s", port, strerror(errno));
  return fd;
}

static void accept_all(int listener) {
  for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    peer *p = allocate(sizeof *p);
    p->fd = fd;
    if (++accepted > CONNECTIONS_MAX) die("more than %d connections in one life", CONNECTIONS_MAX);
    watch(p, EPOLL_CTL_ADD, 0);
  }
}

int main(int argc, char **argv) {
  if (argc < 3) die("usage: batched-server PORT ACCEPT [LOSE]");
  accept_value = argv[2];
  lose_every = argc > 3 ? strtoul(argv[3], NULL, 10) : 0;
  signal(SIGPIPE, SIG_IGN);
  raise_open_files();
  epoll_fd = epoll_create1(EPOLL_CLOEXEC);
  int listener = listen_on((uint16_t)strtoul(argv[1], NULL, 10));
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
  if (epoll_ctl(epoll_fd, EPOLL_CTL_ADD, listener, &event) != 0) die("epoll_ctl: %s", strerror(errno));
  for (;;) {
    struct epoll_event events[512];
    int n = epoll_wait(epoll_fd, events, 512, -1);
    for (int i = 0; i < n; i++) {
      peer *p = events[i].data.ptr;
      if (p == NULL) {
        accept_all(listener);
        continue;
      }
      if (events[i].events & EPOLLOUT) write_queue(p);
      if (p->fd >= 0 && (events[i].events & (EPOLLIN | EPOLLERR | EPOLLHUP)) != 0) read_peer(p);
    }
    flush_tick();
  }
}
