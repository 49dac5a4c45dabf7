/*
 * What the load generator reads of each protocol: just enough to count. `feed` gets the payload of WebSocket messages as
 * it comes and returns how many bytes it is done with; the rest comes again with more behind it.
 */
#ifndef WIRE_H
#define WIRE_H
#include "base.h"
#include "plan.h"

struct client;

enum { MARKER_PUBLISHER_DIGITS = 4, MARKER_TIME_DIGITS = 16, MARKER_DIGITS = 20 };

/* Called by the wires. The marker is MARKER_DIGITS hexadecimal digits: publisher, intended sending time in ns. */
void on_delivery(struct client *c, const uint8_t *marker);
void on_ack(struct client *c);
void on_prologue_reply(struct client *c);
/* The server wants this answered: a protocol-level ping. */
void send_reply(struct client *c, const char *text);

/* `ends` is set when the data reaches the end of a WebSocket message. */
typedef size_t (*feed_function)(struct client *c, const plan *p, const uint8_t *data, size_t length, int ends);

size_t feed_frames(struct client *c, const plan *p, const uint8_t *data, size_t length, int ends);
size_t feed_nats(struct client *c, const plan *p, const uint8_t *data, size_t length, int ends);
size_t feed_socket_io(struct client *c, const plan *p, const uint8_t *data, size_t length, int ends);
#endif
