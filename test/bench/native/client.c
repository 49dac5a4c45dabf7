#include "client.h"
#include "wire.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

enum { READ_BYTES = 256 * 1024, RESPONSE_BYTES_MAX = 4096 };

client_context context;

static const feed_function feeds[] = {feed_frames, feed_nats, feed_socket_io};

static void watch(client *c, int operation, int writable) {
  struct epoll_event event = {.events = EPOLLIN | (writable ? (uint32_t)EPOLLOUT : 0u), .data.ptr = c};
  if (epoll_ctl(context.epoll_fd, operation, c->fd, &event) != 0) die("epoll_ctl: %s", strerror(errno));
  c->waits_for_room = writable;
}

void client_connect(client *c) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)context.plan->port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (c->fd < 0) die("socket %u: %s", c->index, strerror(errno));
  int on = 1;
  if (setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0) die("TCP_NODELAY: %s", strerror(errno));
  if (connect(c->fd, (struct sockaddr *)&address, sizeof address) != 0 && errno != EINPROGRESS)
    die("connect: %s", strerror(errno));
  c->state = CLIENT_CONNECTING;
  watch(c, EPOLL_CTL_ADD, 1);
}

uint8_t *client_begin_message(client *c, uint8_t opcode, size_t length) {
  uint8_t *at = buffer_reserve(&c->out, FRAME_HEADER_MAX + length);
  size_t header = write_frame_header(at, opcode, length, 1);
  c->out.length += header + length;
  return at + header;
}

void client_flush(client *c) {
  size_t sent = 0;
  while (sent < c->out.length) {
    ssize_t n = send(c->fd, c->out.data + sent, c->out.length - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
    if (n < 0) die("connection %u: send: %s", c->index, strerror(errno));
    sent += (size_t)n;
  }
  context.sent_bytes += sent;
  buffer_drop_front(&c->out, sent);
  int blocked = c->out.length > 0;
  if (blocked != c->waits_for_room) watch(c, EPOLL_CTL_MOD, blocked);
}

static void next_step(client *c) {
  const planned_connection *planned = &context.plan->connections[c->index];
  if (c->step == planned->step_count) {
    c->state = CLIENT_READY;
    context.ready++;
    return;
  }
  const step *s = &planned->steps[c->step++];
  c->replies_missing = s->replies;
  if (s->opcode == 0) return;
  memcpy(client_begin_message(c, (uint8_t)s->opcode, s->payload.length), s->payload.data, s->payload.length);
  client_flush(c);
}

void on_prologue_reply(client *c) {
  if (c->state != CLIENT_PROLOGUE) return;
  if (c->replies_missing == 0) die("connection %u got an answer too many", c->index);
  if (--c->replies_missing == 0) next_step(c);
}

void send_reply(client *c, const char *text) {
  size_t length = strlen(text);
  memcpy(client_begin_message(c, (uint8_t)context.plan->opcode, length), text, length);
  client_flush(c);
}

/* Hands payload to the wire, together with the beginning of an item that an earlier read left over. */
static void feed(client *c, const uint8_t *data, size_t length, int ends) {
  feed_function wire_feed = feeds[context.plan->wire];
  if (c->rest.length == 0) {
    size_t used = wire_feed(c, context.plan, data, length, ends);
    buffer_append(&c->rest, data + used, length - used);
    return;
  }
  buffer_append(&c->rest, data, length);
  buffer_drop_front(&c->rest, wire_feed(c, context.plan, c->rest.data, c->rest.length, ends));
}

static void handle_control(client *c, const frame_header *header, const uint8_t *payload) {
  if (header->opcode == OPCODE_CLOSE) {
    unsigned code = header->length >= 2 ? (unsigned)(payload[0] << 8 | payload[1]) : 0;
    int length = header->length > 2 ? (int)header->length - 2 : 0;
    die("connection %u was closed by the server: %u %.*s", c->index, code, length, (const char *)payload + 2);
  }
  if (header->opcode != OPCODE_PING) return;
  memcpy(client_begin_message(c, OPCODE_PONG, header->length), payload, header->length);
  client_flush(c);
}

/* Takes frames apart; returns how many bytes it is done with. */
static size_t read_frames(client *c, const uint8_t *data, size_t length) {
  size_t at = 0;
  while (at < length) {
    if (c->frame_left == 0) {
      frame_header header;
      size_t used = read_frame_header(data + at, length - at, &header);
      if (used == 0) break;
      if (header.opcode >= OPCODE_CLOSE) {
        if (length - at - used < header.length) break;
        handle_control(c, &header, data + at + used);
        at += used + header.length;
        continue;
      }
      c->frame_final = (data[at] & 0x80) != 0;
      c->frame_left = header.length;
      at += used;
      if (header.length > 0 && at == length) break;
    }
    size_t piece = length - at < c->frame_left ? length - at : (size_t)c->frame_left;
    c->frame_left -= piece;
    feed(c, data + at, piece, c->frame_final && c->frame_left == 0);
    at += piece;
  }
  return at;
}

static size_t read_response(client *c, const uint8_t *data, size_t length) {
  const uint8_t *end = memmem(data, length, "\r\n\r\n", 4);
  if (end == NULL) {
    if (length > RESPONSE_BYTES_MAX) die("an HTTP response without an end");
    return 0;
  }
  if (length < 12 || memcmp(data + 8, " 101", 4) != 0) die("upgrade refused: %.*s", (int)length, (const char *)data);
  c->state = CLIENT_PROLOGUE;
  next_step(c);
  return (size_t)(end - data) + 4;
}

static void read_socket(client *c) {
  static uint8_t shared[READ_BYTES];
  ssize_t n = recv(c->fd, shared, sizeof shared, MSG_DONTWAIT);
  if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
  if (n < 0) die("connection %u: recv: %s", c->index, strerror(errno));
  if (n == 0) die("connection %u was cut by the server", c->index);
  context.received_ns = now_ns();
  context.received_bytes += (uint64_t)n;

  const uint8_t *data = shared;
  size_t length = (size_t)n, used = 0;
  if (c->in.length > 0) {
    buffer_append(&c->in, shared, length);
    data = c->in.data;
    length = c->in.length;
  }
  if (c->state == CLIENT_UPGRADING) used = read_response(c, data, length);
  if (c->state >= CLIENT_PROLOGUE) used += read_frames(c, data + used, length - used);
  if (data == shared) buffer_append(&c->in, data + used, length - used);
  else buffer_drop_front(&c->in, used);
}

void client_handle(client *c, uint32_t epoll_events) {
  if (c->state == CLIENT_CONNECTING) {
    int error = 0;
    socklen_t size = sizeof error;
    if (getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)
      die("connection %u: connect: %s", c->index, strerror(error != 0 ? error : errno));
    c->state = CLIENT_UPGRADING;
    buffer_append(&c->out, context.plan->upgrade.data, context.plan->upgrade.length);
  }
  if (epoll_events & EPOLLOUT) client_flush(c);
  if (epoll_events & (EPOLLIN | EPOLLERR | EPOLLHUP)) read_socket(c);
}
