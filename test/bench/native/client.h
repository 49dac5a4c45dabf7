/*
 * One WebSocket client of the load generator: connects, goes through its prologue, then sends what it is told to and
 * reads all it gets. Never blocks; what the socket does not take waits in `out`.
 */
#ifndef CLIENT_H
#define CLIENT_H
#include "plan.h"
#include "websocket.h"

enum client_state { CLIENT_IDLE, CLIENT_CONNECTING, CLIENT_UPGRADING, CLIENT_PROLOGUE, CLIENT_READY };

typedef struct client {
  int fd;
  enum client_state state;
  uint32_t index, step, replies_missing;
  int waits_for_room;
  uint64_t received, acked;
  struct publisher *publisher; /* NULL for those who only listen */
  uint64_t frame_left;         /* payload bytes of the current message still to come */
  int frame_final;
  buffer in, rest, out;        /* unread bytes, the beginning of an item, unsent bytes */
} client;

typedef struct {
  const plan *plan;
  int epoll_fd;
  uint64_t received_ns, received_bytes, sent_bytes; /* received_ns: when the bytes being read were read */
  uint32_t ready;                                   /* clients through with their prologue */
} client_context;

extern client_context context;

void client_connect(client *c);
/* Something happened on the socket. */
void client_handle(client *c, uint32_t epoll_events);
/* Room for the payload of one message of `length` bytes; the caller fills it and then calls client_flush. */
uint8_t *client_begin_message(client *c, uint8_t opcode, size_t length);
void client_flush(client *c);
#endif
